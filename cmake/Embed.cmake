# embed_files(TARGET BASE file...) compiles files into TARGET as a table of (path below BASE, bytes).
# core has no Qt, so it cannot use Qt's resource system; this is the portable equivalent.
set(EVENREDIG_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embedfile.cmake)

function(embed_files target base)
    set(declarations "")
    set(entries "")
    set(sources "")
    set(index 0)
    foreach(file IN LISTS ARGN)
        file(RELATIVE_PATH path ${base} ${file})
        set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded/file${index}.cpp)
        add_custom_command(
            OUTPUT ${output}
            COMMAND ${CMAKE_COMMAND} -DINPUT=${file} -DOUTPUT=${output} -DSYMBOL=embeddedFile${index}
                    -P ${EVENREDIG_EMBED_SCRIPT}
            DEPENDS ${file} ${EVENREDIG_EMBED_SCRIPT}
            VERBATIM)
        list(APPEND sources ${output})
        string(APPEND declarations "extern const unsigned char embeddedFile${index}[];\nextern const std::size_t embeddedFile${index}Size;\n")
        string(APPEND entries "    {\"${path}\", reinterpret_cast<const char *>(embeddedFile${index}), embeddedFile${index}Size},\n")
        math(EXPR index "${index} + 1")
    endforeach()
    set(table ${CMAKE_CURRENT_BINARY_DIR}/embedded/table.cpp)
    file(CONFIGURE OUTPUT ${table} CONTENT
"#include \"core/base/resource.h\"
#include <array>
namespace evenredig::detail {
${declarations}
namespace {
struct Entry { const char *path; const char *bytes; std::size_t size; };
const std::array<EmbeddedFile, ${index}> &table()
{
    static const std::array<Entry, ${index}> entries{{
${entries}    }};
    static const std::array<EmbeddedFile, ${index}> files = [] {
        std::array<EmbeddedFile, ${index}> result;
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] = {entries[i].path, {entries[i].bytes, entries[i].size}};
        return result;
    }();
    return files;
}
} // namespace
std::span<const EmbeddedFile> embeddedFiles() { return table(); }
} // namespace evenredig::detail
" @ONLY)
    target_sources(${target} PRIVATE ${sources} ${table})
    set_source_files_properties(${sources} ${table} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

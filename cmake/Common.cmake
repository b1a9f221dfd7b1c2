# What every target of the project shares: language, warnings, ccache, one include root.

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(EVENREDIG_CCACHE ccache)
if(EVENREDIG_CCACHE)
    # ccache and precompiled headers agree only with these (see ccache's manual, "Precompiled headers").
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${EVENREDIG_CCACHE})
endif()

add_library(common INTERFACE)
target_compile_features(common INTERFACE cxx_std_20)
target_include_directories(common INTERFACE ${PROJECT_SOURCE_DIR})
if(MSVC)
    target_compile_options(common INTERFACE /W4 /utf-8 /permissive-)
else()
    target_compile_options(common INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                                            -Wno-missing-field-initializers)
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
        # GCC 12 warns wrongly at "x" + std::string in optimised builds (GCC bug 105329).
        target_compile_options(common INTERFACE -Wno-restrict)
    endif()
endif()
if(EVENREDIG_WERROR)
    target_compile_options(common INTERFACE $<IF:$<CXX_COMPILER_ID:MSVC>,/WX,-Werror>)
endif()
set(EVENREDIG_SANITIZE "" CACHE STRING "Sanitizers for every target, for example address,undefined")
if(EVENREDIG_SANITIZE)
    target_compile_options(common INTERFACE -fsanitize=${EVENREDIG_SANITIZE} -fno-omit-frame-pointer
                                            -fno-sanitize-recover=all)
    target_link_options(common INTERFACE -fsanitize=${EVENREDIG_SANITIZE})
endif()

# Qt's own strictness: no silent conversion between encodings, no connection without a context.
set(EVENREDIG_QT_DEFINITIONS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_CAST_FROM_BYTEARRAY QT_NO_KEYWORDS QT_NO_CONTEXTLESS_CONNECT QT_STRICT_ITERATORS)

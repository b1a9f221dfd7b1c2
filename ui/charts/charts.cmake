# charts: Figure -> scene -> screen, PNG, SVG, PDF. The only library that knows Qt Charts; ui links it.
file(GLOB charts_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp ${CMAKE_CURRENT_LIST_DIR}/*.h)
qt_add_library(charts STATIC ${charts_sources})
set_target_properties(charts PROPERTIES AUTOMOC ON)
# qpdf 11 warns unless its smart pointers are std::shared_ptr alone (4).
target_compile_definitions(charts PRIVATE ${EVENREDIG_QT_DEFINITIONS} POINTERHOLDER_TRANSITION=4)
target_link_libraries(charts PUBLIC core Qt6::Widgets PRIVATE Qt6::Charts Qt6::Svg)

# qpdf sets the exact page box and the language of a PDF, which Qt cannot.
find_package(qpdf CONFIG QUIET)
if(TARGET qpdf::libqpdf)
    target_link_libraries(charts PRIVATE qpdf::libqpdf)
else()
    find_package(PkgConfig REQUIRED)
    pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
    target_link_libraries(charts PRIVATE PkgConfig::QPDF)
endif()

# The typeface, prepared for figures by resources/fonts/prepare, is compiled in with its licence (SIL OFL 1.1).
find_path(EVENREDIG_INTER_FOLDER Inter-Regular.otf
          PATHS ${PROJECT_SOURCE_DIR}/resources/fonts /usr/share/fonts/opentype/inter
          DOC "Folder with Inter-{Regular,Italic,SemiBold,Bold}.otf (Debian: fonts-inter)")
find_file(EVENREDIG_INTER_LICENCE NAMES copyright OFL.txt LICENSE.txt
          PATHS /usr/share/doc/fonts-inter ${EVENREDIG_INTER_FOLDER} NO_DEFAULT_PATH
          DOC "Licence text of Inter")
find_program(EVENREDIG_FONT_PYTHON NAMES python3 python PATHS /usr/bin NO_DEFAULT_PATH
             DOC "A Python with fontTools (Debian: python3-fonttools)")
if(NOT EVENREDIG_FONT_PYTHON)
    find_program(EVENREDIG_FONT_PYTHON NAMES python3 python)
endif()
set(fonttools_missing 1)
if(EVENREDIG_FONT_PYTHON)
    execute_process(COMMAND ${EVENREDIG_FONT_PYTHON} -c "import fontTools.subset"
                    RESULT_VARIABLE fonttools_missing OUTPUT_QUIET ERROR_QUIET)
endif()
if(EVENREDIG_INTER_FOLDER AND EVENREDIG_INTER_LICENCE AND fonttools_missing EQUAL 0)
    set(prepare ${PROJECT_SOURCE_DIR}/resources/fonts/prepare)
    set(font_files "")
    foreach(digits proportional tabular)
        set(family "Inter Evenredig")
        if(digits STREQUAL tabular)
            set(family "Inter Evenredig Tabular")
        endif()
        foreach(face Regular Italic SemiBold Bold)
            set(source ${EVENREDIG_INTER_FOLDER}/Inter-${face}.otf)
            set(file ${CMAKE_CURRENT_BINARY_DIR}/Inter-${digits}-${face}.otf)
            add_custom_command(OUTPUT ${file}
                               COMMAND ${EVENREDIG_FONT_PYTHON} ${prepare} ${source} ${family} ${digits} ${file}
                               DEPENDS ${prepare} ${source} VERBATIM)
            set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS Inter-${digits}-${face}.otf)
            list(APPEND font_files ${file})
        endforeach()
    endforeach()
    set_source_files_properties(${EVENREDIG_INTER_LICENCE} PROPERTIES QT_RESOURCE_ALIAS LICENCE-Inter.txt)
    qt_add_resources(charts figurefonts PREFIX /evenredig/fonts FILES ${font_files} ${EVENREDIG_INTER_LICENCE})
else()
    message(WARNING "Inter or fontTools was not found (Debian: apt install fonts-inter python3-fonttools): "
                    "figures fall back on a font of the system")
endif()

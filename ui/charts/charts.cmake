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

# The typeface is compiled in, with its licence (SIL Open Font License 1.1).
find_path(EVENREDIG_INTER_FOLDER Inter-Regular.otf
          PATHS ${PROJECT_SOURCE_DIR}/resources/fonts /usr/share/fonts/opentype/inter
          DOC "Folder with Inter-{Regular,Italic,SemiBold,Bold}.otf (Debian: fonts-inter)")
find_file(EVENREDIG_INTER_LICENCE NAMES copyright OFL.txt LICENSE.txt
          PATHS /usr/share/doc/fonts-inter ${EVENREDIG_INTER_FOLDER} NO_DEFAULT_PATH
          DOC "Licence text of Inter")
if(EVENREDIG_INTER_FOLDER AND EVENREDIG_INTER_LICENCE)
    set(font_files "")
    foreach(face Regular Italic SemiBold Bold)
        set(file ${EVENREDIG_INTER_FOLDER}/Inter-${face}.otf)
        set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS Inter-${face}.otf)
        list(APPEND font_files ${file})
    endforeach()
    set_source_files_properties(${EVENREDIG_INTER_LICENCE} PROPERTIES QT_RESOURCE_ALIAS LICENCE-Inter.txt)
    qt_add_resources(charts figurefonts PREFIX /evenredig/fonts FILES ${font_files} ${EVENREDIG_INTER_LICENCE})
else()
    message(WARNING "Inter was not found (Debian: apt install fonts-inter): figures fall back on a font of the system")
endif()

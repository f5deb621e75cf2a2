# What `cpack` puts into Debian packages: sihu (program, templates, manual pages, completions), libsihu0 (the library) and
# libsihu-dev (headers, CMake package). The program in one file is a package of its own, without the others.
set(packages "program:sihu" "library:libsihu0" "development:libsihu-dev")
if(SIHU_STATIC)
  set(packages "program:sihu-static")
endif()

# What Debian asks of each package: who may copy it, and what changed.
set(changelog "${PROJECT_BINARY_DIR}/written/changelog.gz")
add_custom_command(OUTPUT "${changelog}"
  COMMAND gzip -9nc "${CMAKE_CURRENT_LIST_DIR}/debian/changelog" > "${changelog}"
  DEPENDS "${CMAKE_CURRENT_LIST_DIR}/debian/changelog" VERBATIM)
set(bill "${PROJECT_BINARY_DIR}/written/sihu.cdx.json")
add_custom_command(OUTPUT "${bill}"
  COMMAND ${CMAKE_COMMAND} "-DVERSION=${PROJECT_VERSION}" "-DLIST=${CMAKE_CURRENT_LIST_DIR}/packages.txt" "-DBILL=${bill}"
    -P "${CMAKE_CURRENT_LIST_DIR}/bill.cmake"
  DEPENDS "${CMAKE_CURRENT_LIST_DIR}/bill.cmake" "${CMAKE_CURRENT_LIST_DIR}/packages.txt" VERBATIM)
add_custom_target(package_papers ALL DEPENDS "${changelog}" "${bill}")
foreach(package IN LISTS packages)
  string(REPLACE ":" ";" package "${package}")
  list(GET package 0 component)
  list(GET package 1 name)
  string(TOUPPER "${component}" upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME "${name}")
  list(APPEND CPACK_COMPONENTS_ALL "${component}")
  set(papers "${CMAKE_INSTALL_DATADIR}/doc/${name}")
  install(FILES "${CMAKE_CURRENT_LIST_DIR}/debian/copyright" "${changelog}" DESTINATION "${papers}"
    COMPONENT "${component}")
endforeach()
install(FILES "${bill}" "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/CHANGELOG.md"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/sihu" COMPONENT program)
# Debian finds libraries by itself; an installation elsewhere needs to be told where its own is.
install(CODE "if(CMAKE_INSTALL_PREFIX STREQUAL \"/usr\")
  file(RPATH_REMOVE FILE \"\$ENV{DESTDIR}/usr/${CMAKE_INSTALL_BINDIR}/sihu\")
endif()" COMPONENT program)

set(CPACK_GENERATOR DEB)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_CONTACT "sihu maintainers <sihu@example.org>")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SHLIBDEPS ON)
# Which package has a program that needs the library to depend on; and that the linker's cache is to be told.
file(WRITE "${PROJECT_BINARY_DIR}/debian/shlibs" "libsihu 0 libsihu0 (= ${PROJECT_VERSION})\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA "${CMAKE_CURRENT_LIST_DIR}/debian/triggers;${PROJECT_BINARY_DIR}/debian/shlibs")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${PROJECT_BINARY_DIR}/lib")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
# Libraries that are loaded while running, which SHLIBDEPS can't see.
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS "libarchive13, libxlsxwriter4, tzdata")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "libsihu0 (= ${PROJECT_VERSION}), libncursesw6, libmimalloc2.0")
if(SIHU_STATIC)
  set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "")
  set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS OFF)
endif()
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libsihu0 (= ${PROJECT_VERSION}), libexpected-dev, libfmt-dev, libgmp-dev, libyaml-cpp-dev")
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "Branches of an organisation check, review, teach and test each other; what is
found goes into a ledger of plain files and is rectified by a deadline. People
are appraised each half-year. No network, no server, no database.")
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION "What the program sihu is made of: the ledger, its rules, plans, scores and
reports of an organisation's mutual inspections.")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "Headers and CMake package of the library that the program sihu is made of.")
include(CPack)

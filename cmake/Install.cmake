# What `cmake --install` puts where: program, library, headers, CMake package, templates, man pages and
# completions. The program itself writes the last two.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

# A program in one file comes without its library.
if(NOT SIHU_STATIC)
  set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/sihu")
  # In the source tree headers are quoted from lib/, a stranger writes <sihu/ledger/event.hpp>: both work.
  target_include_directories(libsihu INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  install(TARGETS libsihu EXPORT sihu-targets
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT library NAMELINK_COMPONENT development
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/sihu" COMPONENT development)
  install(EXPORT sihu-targets NAMESPACE sihu:: DESTINATION "${package_dir}" COMPONENT development)
  configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/sihu-config.cmake.in"
    "${PROJECT_BINARY_DIR}/sihu-config.cmake" INSTALL_DESTINATION "${package_dir}")
  write_basic_package_version_file("${PROJECT_BINARY_DIR}/sihu-config-version.cmake"
    COMPATIBILITY SameMinorVersion)
  install(FILES "${PROJECT_BINARY_DIR}/sihu-config.cmake" "${PROJECT_BINARY_DIR}/sihu-config-version.cmake"
    DESTINATION "${package_dir}" COMPONENT development)
endif()

file(RELATIVE_PATH to_library "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_LIBDIR}")
set_target_properties(sihu PROPERTIES INSTALL_RPATH "$ORIGIN/${to_library}")
install(TARGETS sihu RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT program)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/templates" DESTINATION "${CMAKE_INSTALL_DATADIR}/sihu" COMPONENT program
  PATTERN CMakeLists.txt EXCLUDE)

# A page or script the program prints: its arguments, where it goes, and its name there.
set(written_files "")
function(sihu_written name destination installed_name)
  set(file "${PROJECT_BINARY_DIR}/written/${name}")
  add_custom_command(OUTPUT "${file}"
    COMMAND ${CMAKE_COMMAND} -E make_directory "${PROJECT_BINARY_DIR}/written"
    COMMAND sihu ${ARGN} > "${file}"
    DEPENDS sihu VERBATIM)
  install(FILES "${file}" DESTINATION "${destination}" RENAME "${installed_name}" COMPONENT program)
  set(written_files ${written_files} "${file}" PARENT_SCOPE)
endfunction()
sihu_written(sihu.bash "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" sihu completion bash --lang zh)
sihu_written(sihu.zsh "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions" _sihu completion zsh --lang zh)
sihu_written(sihu.fish "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" sihu.fish completion fish --lang zh)

# Manual pages: sihu(1), and one of each command and group, which are named as the files in tools/commands.
file(GLOB_RECURSE commands CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/tools/commands"
  "${PROJECT_SOURCE_DIR}/tools/commands/*.cpp")
add_custom_command(OUTPUT "${PROJECT_BINARY_DIR}/written/pages"
  COMMAND ${CMAKE_COMMAND} "-DPROGRAM=$<TARGET_FILE:sihu>" "-DPLACE=${PROJECT_BINARY_DIR}/written/man"
    "-DCOMMANDS=${commands}" -P "${CMAKE_CURRENT_LIST_DIR}/pages.cmake"
  COMMAND ${CMAKE_COMMAND} -E touch "${PROJECT_BINARY_DIR}/written/pages"
  DEPENDS sihu "${CMAKE_CURRENT_LIST_DIR}/pages.cmake" VERBATIM)
list(APPEND written_files "${PROJECT_BINARY_DIR}/written/pages")
install(DIRECTORY "${PROJECT_BINARY_DIR}/written/man/" DESTINATION "${CMAKE_INSTALL_MANDIR}" COMPONENT program)
# Nobody installs a program with sanitizers, which would write them for two minutes.
set(always ALL)
if(SIHU_SANITIZE)
  set(always "")
endif()
add_custom_target(written ${always} DEPENDS ${written_files})

include(Package)

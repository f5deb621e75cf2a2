# Writes the manual pages of PROGRAM into PLACE, compressed as Debian wants them: sihu.1.gz, and sihu-check-run.1.gz of
# COMMANDS' check/run.cpp (check/group.cpp: sihu-check.1.gz), in English and below zh_CN/ in Chinese.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE "${PLACE}")
foreach(lang en zh)
  set(folder "${PLACE}/man1")
  if(lang STREQUAL zh)
    set(folder "${PLACE}/zh_CN/man1")
  endif()
  file(MAKE_DIRECTORY "${folder}")
  foreach(file IN LISTS COMMANDS ITEMS "")
    string(REGEX REPLACE "(/group)?\\.cpp$" "" path "${file}")
    string(REPLACE "/" ";" words "${path}")
    string(REPLACE "/" "-" name "sihu/${path}")
    string(REGEX REPLACE "-$" "" name "${name}")
    execute_process(COMMAND "${PROGRAM}" help ${words} --man --lang ${lang}
      COMMAND gzip -9n OUTPUT_FILE "${folder}/${name}.1.gz" COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
endforeach()

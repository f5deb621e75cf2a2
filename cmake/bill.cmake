# Writes BILL, the software bill of materials in CycloneDX 1.5 (JSON): what sihu VERSION is built with, by the Debian packages of
# LIST (packages.txt) and their versions on this machine. No date and no serial number: same packages, same bytes.
cmake_minimum_required(VERSION 3.25)
file(STRINGS "${LIST}" packages REGEX "^build ")
list(TRANSFORM packages REPLACE "^build " "")
list(SORT packages)
set(components "")
foreach(package IN LISTS packages)
  execute_process(COMMAND dpkg-query -W -f "\${Version} \${Architecture}" "${package}"
    OUTPUT_VARIABLE known ERROR_QUIET RESULT_VARIABLE status)
  set(version "")
  set(purl "pkg:deb/debian/${package}")
  if(status EQUAL 0 AND known MATCHES "^([^ ]+) (.+)$")
    set(version ", \"version\": \"${CMAKE_MATCH_1}\"")
    set(architecture "${CMAKE_MATCH_2}")
    string(REPLACE "+" "%2B" encoded "${CMAKE_MATCH_1}")
    string(REPLACE ":" "%3A" encoded "${encoded}")
    string(APPEND purl "@${encoded}?arch=${architecture}")
  endif()
  set(type library)
  set(scope required)
  if(package STREQUAL "tzdata")
    set(type data)
  elseif(NOT package MATCHES "-dev$")
    set(type application)
    set(scope excluded)  # builds the program, and is no part of it
  endif()
  list(APPEND components
    "    {\"type\": \"${type}\", \"bom-ref\": \"${package}\", \"name\": \"${package}\"${version}, \"scope\": \"${scope}\", \"purl\": \"${purl}\"}")
endforeach()
list(JOIN components ",\n" components)
file(WRITE "${BILL}" "{
  \"bomFormat\": \"CycloneDX\",
  \"specVersion\": \"1.5\",
  \"version\": 1,
  \"metadata\": {
    \"component\": {\"type\": \"application\", \"bom-ref\": \"sihu\", \"name\": \"sihu\", \"version\": \"${VERSION}\", \"licenses\": [{\"license\": {\"id\": \"MIT\"}}]}
  },
  \"components\": [
${components}
  ]
}
")

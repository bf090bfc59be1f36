# chengheng_layer(NAME USES layer... [LINKS public...] [PRIVATE_LINKS private...] [COMMON header...])
# One static library per folder of src/. What a layer may name is checked by cmake/CheckIncludes.cmake;
# here stands only what it links. COMMON are headers of our own that nearly all its files include: they are precompiled
# with the libraries'.
function(chengheng_layer name)
    cmake_parse_arguments(ARG "" "" "USES;LINKS;PRIVATE_LINKS;COMMON" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h
        ${CMAKE_CURRENT_SOURCE_DIR}/*/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*/*.h)
    list(FILTER sources EXCLUDE REGEX "/main/main\\.cpp$")
    set(target chengheng_${name})
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    list(TRANSFORM ARG_USES PREPEND chengheng_)
    target_link_libraries(${target}
        PUBLIC chengheng_options ${ARG_USES} ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
    if(CHENGHENG_PCH)
        chengheng_precompiled(${name} set)
        list(TRANSFORM ARG_COMMON PREPEND ${PROJECT_SOURCE_DIR}/src/)
        target_precompile_headers(${target} PRIVATE ${set} ${ARG_COMMON})
    endif()
endfunction()

# The set of headers that a layer's files, and those that test it, have in common.
function(chengheng_precompiled layer result)
    if(layer STREQUAL gui)
        set(name pch_gui.h)
    elseif(layer MATCHES "^(documents|services|cli)$")
        set(name pch_papers.h)
    else()
        set(name pch_core.h)
    endif()
    set(${result} ${PROJECT_SOURCE_DIR}/cmake/${name} PARENT_SCOPE)
endfunction()


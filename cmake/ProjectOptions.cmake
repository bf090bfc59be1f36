# One place for the compiler's rules; every target takes them by linking chengheng_options.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(CHENGHENG_TESTS "build the tests" ON)
option(CHENGHENG_PCH "use precompiled headers (clang-tidy needs them off)" ON)
set(CHENGHENG_SANITIZE "" CACHE STRING "sanitizers to build with, e.g. address,undefined")
option(CHENGHENG_COVERAGE "instrument for coverage" OFF)

find_program(CCACHE ccache)
if(CCACHE)
    # Precompiled headers carry time stamps; ccache must be told not to mind them. What a file depends on the compiler
    # says itself (-MD): preprocessing each file for that as well would cost two thirds of a compilation.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_DEPEND=true
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} ${CCACHE})
endif()

# Programs allocate through jemalloc: an import hands rows from thread to thread, and glibc pays for freeing
# what another thread allocated (a third of the import's time). A sanitizer brings an allocator of its own.
add_library(chengheng_allocator INTERFACE)
if(NOT CHENGHENG_SANITIZE)
    target_link_libraries(chengheng_allocator INTERFACE PkgConfig::JEMALLOC)
    target_sources(chengheng_allocator INTERFACE ${PROJECT_SOURCE_DIR}/cmake/jemalloc_options.cpp)
endif()

add_library(chengheng_options INTERFACE)
# Warnings are errors where we work (dev, asan, tidy); optimising, GCC 12 raises false ones (PR 80635, 105329).
# Clang takes the deprecated parts inside libstdc++'s own algorithms for ours; GCC reports deprecations.
target_compile_options(chengheng_options INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    $<$<NOT:$<CONFIG:Release>>:-Werror> $<IF:$<CXX_COMPILER_ID:GNU>,-Wshadow=local;$<$<CONFIG:Release>:-Wno-maybe-uninitialized;-Wno-restrict>;-fpch-preprocess,-Wno-deprecated-declarations>)
target_compile_definitions(chengheng_options INTERFACE
    QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # What ccache gives back has times of its own; clang is told to compare contents. Templates of precompiled headers
    # are instantiated with them, once for all files.
    target_compile_options(chengheng_options INTERFACE "SHELL:-Xclang -fno-pch-timestamp" -fpch-instantiate-templates)
    target_link_options(chengheng_options INTERFACE -fuse-ld=mold)
endif()
if(CHENGHENG_SANITIZE)
    target_compile_options(chengheng_options INTERFACE
        -fsanitize=${CHENGHENG_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(chengheng_options INTERFACE -fsanitize=${CHENGHENG_SANITIZE})
endif()
if(CHENGHENG_COVERAGE)
    target_compile_options(chengheng_options INTERFACE --coverage -O0)
    target_link_options(chengheng_options INTERFACE --coverage)
endif()

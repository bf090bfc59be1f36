# What is installed, and the Debian package made of it by CPack (./dev package).
include(GNUInstallDirs)
find_program(GZIP gzip REQUIRED)
set(app_id org.chengheng.ChengHeng)

# Debian wants texts of the system compressed, without a time stamp.
function(install_compressed source destination name)
    set(packed ${PROJECT_BINARY_DIR}/packaging/${name}.gz)
    add_custom_command(OUTPUT ${packed}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/packaging
        COMMAND ${GZIP} -9nc ${source} > ${packed}
        DEPENDS ${source} VERBATIM)
    set_property(GLOBAL APPEND PROPERTY CHENGHENG_PACKED ${packed})
    install(FILES ${packed} DESTINATION ${destination})
endfunction()

install(TARGETS chengheng chengheng-cli DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES cmake/package/${app_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES cmake/package/${app_id}.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
install(FILES cmake/package/${app_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/chengheng.svg RENAME ${app_id}.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES cmake/package/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/chengheng)
foreach(page chengheng.1 chengheng-cli.1)
    install_compressed(${PROJECT_SOURCE_DIR}/docs/man/${page} ${CMAKE_INSTALL_MANDIR}/man1 ${page})
endforeach()
install_compressed(${PROJECT_SOURCE_DIR}/cmake/package/changelog ${CMAKE_INSTALL_DATADIR}/doc/chengheng changelog)
get_property(packed_texts GLOBAL PROPERTY CHENGHENG_PACKED)
add_custom_target(chengheng_packed DEPENDS ${packed_texts})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME chengheng)
set(CPACK_PACKAGE_CONTACT "ChengHeng maintainers <maintainers@chengheng.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desk of an honest-measurement campaign office")
set(CPACK_PACKAGE_DESCRIPTION
    "Keeps the units that take part in an honest-measurement campaign, their\nmeasuring instruments, inspections, problems, papers and the packet for\nacceptance in one file, or on a PostgreSQL server for several people.")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What the program loads by name: the server's driver, icons, printed faces, Qt's own texts, the character tables
# of scanned papers.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "libqt6sql6-psql, libqt6svg6, fonts-noto-cjk, qt6-translations-l10n, poppler-data")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-lxgw-wenkai")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)

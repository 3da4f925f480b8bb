package fr.maillage.platform.internal;

/// How to reach the database: as the owner of the schema (migrations, bulk loading), and as the
/// pool's role, which owns nothing and cannot bypass row-level security.
///
/// @param url JDBC URL without credentials
record Database(String url, String owner, String ownerPassword, String user, String password) {}

package fr.maillage.platform;

import java.sql.Connection;
import java.sql.SQLException;

/// The owner of the schema, for work that the pool's role may not do: loading demonstration data by
/// COPY, checking the whole trail. No request of a user ever runs on such a connection.
@FunctionalInterface
public interface Owner {

    /// A new connection as the owner; the caller closes it.
    Connection connect() throws SQLException;
}

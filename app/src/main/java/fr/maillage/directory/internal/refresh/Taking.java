package fr.maillage.directory.internal.refresh;

import java.sql.SQLException;
import java.util.UUID;
import org.hl7.fhir.r4.model.Resource;

/// Where resources of a service are put, and taken into the directory.
interface Taking {

    void add(Resource resource) throws SQLException;

    /// Takes in what was put there, in the transaction of its connection.
    Taken merge(UUID edition) throws SQLException;

    /// @param before lines in use before, or now
    record Taken(long before, long changed, long gone) {}
}

package fr.maillage.directory.internal.refresh;

import fr.maillage.directory.internal.load.Worries;
import fr.maillage.web.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The national services asked each night, and where each stands.
public record ServicesPage(String at, List<Worries.Worry> worries, List<Service> services) {

    /// @param off why it is not asked; null when it is
    public record Service(String label, @Nullable String off, List<Row> rows) {}

    /// One list of a service.
    ///
    /// @param taken resources the last time
    /// @param tried last time it was asked
    public record Row(String list, Mark state, String standing, String taken, String tried) {}
}

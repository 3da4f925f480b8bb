package fr.maillage.partners.internal;

import fr.maillage.directory.Finder;
import fr.maillage.directory.Finder.Place;
import fr.maillage.web.Sent;
import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Where somebody, or a structure, added here is reached: the same fields of both forms, kept in
/// columns of the same names.
@Component
class TypedReach {

    private final Finder finder;

    TypedReach(Finder finder) {
        this.finder = finder;
    }

    record Reach(
            @Nullable String address,
            Optional<Place> commune,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String mssante) {

        /// As `:address`, `:commune`, `:communeName`, `:phone`, `:email` and `:mssante`.
        StatementSpec in(StatementSpec statement) {
            return statement
                    .param("address", address, Types.VARCHAR)
                    .param("commune", commune.map(Place::code).orElse(null), Types.VARCHAR)
                    .param("communeName", commune.map(Place::name).orElse(null), Types.VARCHAR)
                    .param("phone", phone, Types.VARCHAR)
                    .param("email", email, Types.VARCHAR)
                    .param("mssante", mssante, Types.VARCHAR);
        }

        @Override
        public String toString() {
            return "Reach";
        }
    }

    /// What is wrong goes to the errors of the form.
    Reach read(Sent form) {
        return new Reach(
                form.orNull("address", 300),
                commune(form),
                form.phone("phone"),
                form.email("email"),
                form.email("mssante"));
    }

    /// A name or a postcode. Empty when nothing was typed, or no commune, which is refused.
    private Optional<Place> commune(Sent form) {
        var typed = form.text("commune", 100);
        if (typed.isEmpty()) return Optional.empty();
        var place = Optional.ofNullable(finder.understand("à " + typed, null).place());
        if (place.isEmpty()) form.errors().add("commune", PartnersText.NO_COMMUNE);
        return place;
    }
}

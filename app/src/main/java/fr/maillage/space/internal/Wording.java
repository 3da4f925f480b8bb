package fr.maillage.space.internal;

import fr.maillage.directory.LocalOrganizations;
import fr.maillage.directory.Organizations;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The fields that are written in a space: what looks like the data of a person ([NoPerson]) is
/// refused beside the field, before anything is written. The telephone number of a structure is the
/// data of nobody: known to the register, to the national file of structures or to the partners of
/// who writes, it passes.
@Component
class Wording {

    private final JdbcClient sql;
    private final Organizations national;
    private final LocalOrganizations partners;
    private final Clock clock;

    Wording(JdbcClient sql, Organizations national, LocalOrganizations partners, Clock clock) {
        this.sql = sql;
        this.national = national;
        this.partners = partners;
        this.clock = clock;
    }

    /// A needed field of a form, refused when something in it looks like a person.
    String required(Sent form, String field, int most) {
        var text = form.required(field, most);
        look(form, field, text);
        return text;
    }

    /// As [#required], of a field that may stay empty; null then.
    @Nullable String orNull(Sent form, String field, int most) {
        var text = form.orNull(field, most);
        if (text != null) look(form, field, text);
        return text;
    }

    private void look(Sent form, String field, String text) {
        NoPerson.in(text, LocalDate.now(clock), this::ofStructures)
                .ifPresent(found -> form.errors().add(field, SpaceText.of(found)));
    }

    private boolean ofStructures(Set<PhoneNumber> numbers) {
        var unknown = new HashSet<>(numbers);
        unknown.removeAll(enrolled(unknown));
        if (!unknown.isEmpty()) unknown.removeAll(partners.phones(unknown));
        if (!unknown.isEmpty()) unknown.removeAll(national.phones(unknown));
        return unknown.isEmpty();
    }

    private Set<PhoneNumber> enrolled(Set<PhoneNumber> numbers) {
        return sql.sql("select distinct phone from registry.telephone where phone = any (:numbers)")
                .param("numbers", PhoneNumber.spellings(numbers))
                .query((row, _) -> PhoneNumber.parse(row.getString("phone")).orElseThrow())
                .set();
    }
}

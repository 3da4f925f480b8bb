package fr.maillage.partners.internal;

import fr.maillage.directory.Finder;
import fr.maillage.web.Sent;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The field `commune` of a form: a name or a postcode.
@Component
class TypedCommune {

    private final Finder finder;

    TypedCommune(Finder finder) {
        this.finder = finder;
    }

    /// Empty when nothing was typed, or no commune, which is refused.
    Optional<Finder.Place> read(Sent form) {
        var typed = form.text("commune", 100);
        if (typed.isEmpty()) return Optional.empty();
        var place = Optional.ofNullable(finder.understand("à " + typed, null).place());
        if (place.isEmpty()) form.errors().add("commune", PartnersText.NO_COMMUNE);
        return place;
    }
}

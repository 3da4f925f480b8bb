package fr.maillage.casefile.internal.concern;

import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a form says of a transmission, read against those to whom a concern about this person may
/// go.
@Component
class Transmissions {

    private final AddresseeBook book;
    private final Clock clock;

    Transmissions(AddresseeBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /// @param words how, reference
    record Transmission(Contact to, LocalDate on, @Nullable String words) {}

    /// Empty when there is none, or when it is wrong: the sentences are then in `errors`.
    Optional<Transmission> read(PatientId patient, Sent sent, boolean required, FormErrors errors) {
        var value = sent.text("addressee");
        var to = AddresseeBook.named(book.about(patient), value);
        var on = sent.day("transmittedOn");
        var words = sent.orNull("transmittedWords", 2_000);
        if (to.isEmpty()) {
            var kind = Addressee.parse(value.split(":", 2)[0]);
            if (kind.isPresent()) errors.add("addressee", ConcernText.wrongAddressee(kind.get()));
            else if (required || on.isPresent())
                errors.add("addressee", ConcernText.ADDRESSEE_MISSING);
            return Optional.empty();
        }
        var today = LocalDate.now(clock);
        if (on.isEmpty()) errors.add("transmittedOn", ConcernText.DAY_MISSING);
        else if (on.get().isAfter(today)) errors.add("transmittedOn", ConcernText.DAY_IN_FUTURE);
        return on.map(day -> new Transmission(to.get(), day, words));
    }
}

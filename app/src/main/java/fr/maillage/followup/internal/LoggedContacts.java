package fr.maillage.followup.internal;

import fr.maillage.followup.Contacts;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The door of the log of contacts.
@Component
class LoggedContacts implements Contacts {

    private final ContactService contacts;
    private final Clock clock;

    LoggedContacts(ContactService contacts, Clock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    @Override
    public UUID log(PatientId patient, Exchanged contact) {
        var form =
                ContactForm.of(
                        Map.of(
                                "day", contact.day(),
                                "time", contact.time(),
                                "channel", contact.channel(),
                                "who", contact.who(),
                                "quality", contact.quality(),
                                "note", contact.note(),
                                "decided", contact.decided(),
                                "significant", contact.significant() ? "1" : ""));
        var errors = new FormErrors();
        var read = form.read(List.of(), errors, clock).orElseThrow(() -> new FormRefused(errors));
        return contacts.log(read, List.of(patient)).id();
    }
}

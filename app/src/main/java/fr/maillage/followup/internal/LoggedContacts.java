package fr.maillage.followup.internal;

import fr.maillage.followup.Contacts;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.time.Clock;
import java.util.List;
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
                new ContactForm(
                        contact.day(),
                        contact.time(),
                        contact.channel(),
                        "",
                        contact.who(),
                        contact.quality(),
                        "",
                        List.of(patient.toString()),
                        true,
                        Reached.JOINT.name(),
                        "",
                        contact.note(),
                        contact.decided(),
                        contact.significant(),
                        "",
                        "",
                        "",
                        "");
        var errors = new FormErrors();
        var read = form.read(errors, clock).orElseThrow(() -> new FormRefused(errors));
        return contacts.log(read, List.of(patient)).id();
    }
}

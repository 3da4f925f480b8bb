package fr.maillage.correspondence.internal;

import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// What one needs to know before acting on a letter.
///
/// @param title what it is, in words
/// @param clinical health content, kept from those who see names and status only
record Letter(
        UUID id,
        @Nullable PatientId patient,
        String kind,
        String title,
        String recipient,
        @Nullable String address,
        LetterState state,
        String recipientKind,
        @Nullable UUID about,
        boolean clinical,
        Channel channel) {

    /// Its columns, in a statement about `correspondence.outgoing_message`.
    static final String COLUMNS =
            "id, patient_id, kind, template_title, recipient_name, recipient_address, state, recipient_kind, about_id, clinical, channel";

    /// The same, of the lines a statement changed.
    static final String RETURNING = " returning " + COLUMNS;

    static Letter of(ResultSet row, int ignored) throws SQLException {
        var patient = row.getObject("patient_id", UUID.class);
        return new Letter(
                row.getObject("id", UUID.class),
                patient == null ? null : new PatientId(patient),
                row.getString("kind"),
                CorrespondenceText.title(row.getString("kind"), row.getString("template_title")),
                row.getString("recipient_name"),
                row.getString("recipient_address"),
                LetterState.valueOf(row.getString("state")),
                row.getString("recipient_kind"),
                row.getObject("about_id", UUID.class),
                row.getBoolean("clinical"),
                Channel.valueOf(row.getString("channel")));
    }

    /// Those about somebody, with whom they are about.
    static Map<UUID, PatientId> persons(Collection<Letter> letters) {
        var persons = new LinkedHashMap<UUID, PatientId>();
        for (var letter : letters)
            if (letter.patient() != null) persons.put(letter.id(), letter.patient());
        return persons;
    }

    /// Whether it tells what became of a request.
    boolean ofReferral() {
        return about != null
                && (kind.equals("INFORMATION_DEMANDE") || kind.equals("REPONSE_ADRESSEUR"));
    }
}

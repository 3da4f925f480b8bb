package fr.maillage.correspondence.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.correspondence.LetterFields.Field;
import fr.maillage.correspondence.Outbox.Message;
import fr.maillage.correspondence.internal.text.LetterText;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NetworkId;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Letters as they stand on paper: the head of the structure, the window, the text.
@Component
class LetterSheets {

    private final JdbcClient sql;
    private final Networks networks;
    private final Fields fields;

    LetterSheets(JdbcClient sql, Networks networks, Fields fields) {
        this.sql = sql;
        this.networks = networks;
        this.fields = fields;
    }

    /// Letters as they are printed, in the order asked; those not there are left out.
    @Transactional(readOnly = true)
    public List<LetterSheet> of(Collection<UUID> ids) {
        return sql.sql(
                        """
                        select network_id, patient_id, recipient_name, recipient_address, subject, body, rich, created_at, sent_at, created_by
                          from correspondence.outgoing_message where id = any (:ids) order by array_position(:ids, id)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> of(row))
                .list();
    }

    /// One of them, in a statement that reads these columns.
    LetterSheet of(ResultSet row) throws SQLException {
        return of(
                new NetworkId(row.getObject("network_id", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                row.getString("recipient_name"),
                row.getString("recipient_address"),
                row.getString("subject"),
                row.getString("body"),
                row.getBoolean("rich"),
                row.getString("created_by"),
                false);
    }

    /// A letter not kept yet, to be printed as it stands.
    @Transactional(readOnly = true)
    public LetterSheet of(NetworkId id, Instant at, Message message) {
        return of(
                id,
                at,
                message.recipientName(),
                message.recipientAddress(),
                message.subject(),
                message.body(),
                true,
                SignedIn.current().displayName(),
                false);
    }

    /// A letter of a structure, with its head.
    LetterSheet of(
            NetworkId id,
            Instant at,
            String name,
            @Nullable String address,
            String subject,
            String body,
            boolean rich,
            @Nullable String by,
            boolean draft) {
        var network = networks.get(id);
        // what is kept has no field left in it
        var known = draft ? fields.all() : Map.<String, Field>of();
        return new LetterSheet(
                lines(network.name(), network.address(), network.communeName(), network.phone()),
                place(network.communeName(), at),
                PostalAddress.lines(name, address),
                subject,
                LetterText.blocks(
                        body,
                        rich,
                        token -> CorrespondenceText.toComplete(token, known.get(token.name()))),
                by == null ? network.shortName() : by,
                networks.setting(Setting.LETTER_ADDRESS_LEFT, null),
                networks.setting(Setting.LETTER_ADDRESS_TOP, null),
                draft);
    }

    private static List<String> lines(@Nullable String... parts) {
        var lines = new ArrayList<String>();
        for (var part : parts)
            if (part != null) part.lines().filter(line -> !line.isBlank()).forEach(lines::add);
        return List.copyOf(lines);
    }

    private static String place(@Nullable String commune, Instant at) {
        var day = FrenchDates.date(at.atZone(FrenchDates.PARIS).toLocalDate());
        return commune == null ? "Le " + day : commune + ", le " + day;
    }
}

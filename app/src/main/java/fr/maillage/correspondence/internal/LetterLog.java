package fr.maillage.correspondence.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.kernel.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What became of each letter, from one channel to the other. It only grows: nothing is lost
/// between two of them.
@Component
class LetterLog {

    private final JdbcClient sql;
    private final Clock clock;

    LetterLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// What happened.
    enum Happened {
        ECRIT("Écrit"),
        LOT("Mis dans un lot"),
        IMPRIME("Imprimé"),
        RETIRE("Retiré du lot"),
        POSTE("Posté"),
        REMIS("Remis en main propre"),
        ANNONCE("Dit par téléphone"),
        ECHEC("N’a pas abouti"),
        REVENU("Revenu"),
        A_ENVOYER("Remis dans les courriers à envoyer"),
        ANNULE("Annulé");

        private final String label;

        Happened(String label) {
            this.label = label;
        }

        /// The words on screen.
        String label() {
            return label;
        }
    }

    /// Notes it for each of these letters, today when no other day is said.
    void note(
            Collection<UUID> letters,
            Happened what,
            Channel channel,
            @Nullable LocalDate on,
            @Nullable String words) {
        if (letters.isEmpty()) return;
        sql.sql(
                        """
                        insert into correspondence.letter_event (id, letter_id, kind, channel, on_date, words, by_name, at)
                        select x.id, x.letter, :kind, :channel, :on, :words, :by, :now from unnest(:ids, :letters) as x(id, letter)
                        """)
                .param("ids", letters.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .param("letters", letters.toArray(UUID[]::new))
                .param("kind", what.name())
                .param("channel", channel.name())
                .param("on", on == null ? LocalDate.now(clock) : on)
                .param("words", words)
                .param("by", who())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Who acts, by name; the application itself when nobody is there.
    static String who() {
        return SignedIn.find().map(SignedIn::displayName).orElse("Maillage");
    }
}

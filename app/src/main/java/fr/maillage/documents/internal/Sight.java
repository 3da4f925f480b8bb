package fr.maillage.documents.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// What a reader sees of the documents of a file, or of all files of the structure: the same answer
/// for one document ([#sees]) and for many ([#SEEN], beside [#in]).
///
/// @param all the clinical team
/// @param marks marks one of which the audience of a document must hold
/// @param account who reads; a secretary also reads what she handled since `since`, to put a
///   mistake right
record Sight(boolean all, Set<String> marks, UUID account, Instant since) {

    /// The condition on `documents.document d`. Pieces of a concern of abuse are with the concern
    /// and in no list.
    static final String SEEN =
            " (d.concern_id is null and (:all or d.audience && cast(:marks as text[]) or d.handled_by = :reader and d.handled_at > :since)) ";

    private static final Duration TO_PUT_RIGHT = Duration.ofHours(24);

    /// In a file that opened.
    static Sight of(OpenFile file, SignedIn who, Instant now) {
        return switch (who.role()) {
            case PROFESSIONAL -> {
                var parts = new ArrayList<>(file.parts());
                parts.retainAll(Audience.MARKS);
                yield new Sight(false, Set.copyOf(parts), who.accountId(), now);
            }
            case PATIENT -> new Sight(false, Set.of(Audience.PERSON), who.accountId(), now);
            default -> ofTeam(who, now);
        };
    }

    /// In every file of one's structure; nothing for those who are not of its team.
    static Sight ofTeam(SignedIn who, Instant now) {
        return switch (who.role()) {
            case COORDINATOR, DOCTOR -> new Sight(true, Set.of(), who.accountId(), now);
            case SECRETARY ->
                    new Sight(
                            false,
                            Set.of(Audience.RECEPTION),
                            who.accountId(),
                            now.minus(TO_PUT_RIGHT));
            case HEAD -> new Sight(false, Set.of(Audience.RECEPTION), who.accountId(), now);
            default -> new Sight(false, Set.of(), who.accountId(), now);
        };
    }

    boolean sees(Collection<String> audience, @Nullable UUID handledBy, Instant handledAt) {
        return all
                || audience.stream().anyMatch(marks::contains)
                || account.equals(handledBy) && handledAt.isAfter(since);
    }

    /// Gives a statement the values of [#SEEN].
    StatementSpec in(StatementSpec statement) {
        return statement
                .param("all", all)
                .param("marks", marksArray())
                .param("reader", account)
                .param("since", Timestamp.from(since));
    }

    private String marksArray() {
        return "{" + String.join(",", List.copyOf(marks)) + "}";
    }
}

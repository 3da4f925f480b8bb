package fr.maillage.protocol.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.platform.Tenancy;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Line;
import fr.maillage.protocol.internal.ProtocolRepository.Status;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The life of a protocol: taken or begun, written, published by somebody who answers for it,
/// replaced, withdrawn, shared. A published version never changes; plans keep what they took.
@Service
@Transactional
class ProtocolService {

    /// A protocol is looked at again at most so many months after it is published.
    static final int REVIEW_MONTHS = 24;

    private final ProtocolRepository protocols;
    private final Documents documents;
    private final Shelf shelf;
    private final Networks networks;
    private final Clock clock;

    ProtocolService(
            ProtocolRepository protocols,
            Documents documents,
            Shelf shelf,
            Networks networks,
            Clock clock) {
        this.protocols = protocols;
        this.documents = documents;
        this.shelf = shelf;
        this.networks = networks;
        this.clock = clock;
    }

    /// Begins a protocol of the structure's own. Returns its id.
    UUID begin(Document document) {
        check(document);
        return take(document, null, null);
    }

    /// Takes a copy of a shipped protocol, as a draft: a doctor answers for it before it serves.
    UUID takeShipped(String code) {
        return take(shipped(code).document(), ProtocolText.MAILLAGE, code);
    }

    /// Takes a copy of what another structure shares, as a draft.
    UUID takeShared(UUID entry) {
        var shared = shelf.get(entry);
        return take(shared.document(), shared.by(), entry.toString());
    }

    /// Takes a copy of a common version, as a draft; the copy that is there already serves.
    UUID takeCommon(UUID version, Document document, String group) {
        var code = "commun:" + version;
        return protocols
                .taken(code)
                .orElseGet(() -> take(document, ProtocolText.ofGroup(group), code));
    }

    /// Keeps what a file says, as a draft. Refused with the flaws of the file.
    UUID takeFile(byte[] bytes) {
        return switch (documents.read(bytes)) {
            case Documents.Outcome.Taken(var document) ->
                    take(document, ProtocolText.FROM_FILE, null);
            case Documents.Outcome.Refused(var flaws) ->
                    throw new FormRefused(new FormErrors().add("fichier", String.join(" ", flaws)));
        };
    }

    Documents.Shipped shipped(String code) {
        return documents.shipped().stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("protocole livré", null));
    }

    private UUID take(Document document, @Nullable String from, @Nullable String code) {
        var id = Ids.next();
        protocols.insert(id, from, code, clock.instant(), who());
        protocols.insert(Ids.next(), id, 1, document, null, clock.instant(), who());
        return id;
    }

    /// Begins the next version, a copy of the latest. The draft that is already there serves.
    void next(UUID id, String reason) {
        protocols.lock(id);
        if (protocols.draft(id).isPresent()) return;
        if (reason.isBlank())
            throw new FormRefused(new FormErrors().add("raison", ProtocolText.REASON));
        var latest = protocols.versions(id).getFirst();
        protocols.insert(
                Ids.next(),
                id,
                latest.number() + 1,
                latest.document(),
                reason.strip(),
                clock.instant(),
                who());
    }

    /// The draft of a protocol. Throws `NotFound` when nothing is being written.
    Version draft(UUID id) {
        return protocols.draft(id).orElseThrow(() -> new NotFound("brouillon", id));
    }

    /// Writes the heading, unless somebody did since `seen`.
    void head(UUID id, String seen, UnaryOperator<Document> change) {
        write(id, seen, ProtocolService::headTag, change);
    }

    /// Writes or adds a line, unless somebody wrote it since `seen` (empty: it was not there).
    void line(UUID id, String seen, Kind kind, Line line) {
        write(id, seen, document -> tag(document, kind, line.key()), d -> d.with(line));
    }

    /// Takes a line away; nothing happens when it is gone. Refused while others rely on it.
    void remove(UUID id, Kind kind, String key) {
        protocols.lock(id);
        var draft = draft(id);
        var relying = Reliance.on(draft.document(), kind, key);
        if (!relying.isEmpty())
            throw FormRefused.because(
                    "title", ProtocolText.reliedOn(relying.stream().map(Line::title).toList()));
        protocols.save(draft.id(), draft.document().without(kind, key));
    }

    private void write(
            UUID id,
            String seen,
            java.util.function.Function<Document, String> tag,
            UnaryOperator<Document> change) {
        protocols.lock(id);
        var draft = draft(id);
        if (!tag.apply(draft.document()).equals(seen))
            throw new OptimisticLockingFailureException("protocole " + id);
        var changed = change.apply(draft.document());
        check(changed);
        protocols.save(draft.id(), changed);
    }

    private void check(Document document) {
        var errors = new FormErrors();
        for (var flaw : documents.flaws(document)) errors.add("title", flaw);
        FormRefused.unless(errors);
    }

    /// What a line says; empty when it is not there.
    static String tag(Document document, Kind kind, String key) {
        return document.line(kind, key)
                .map(l -> Integer.toHexString(l.toString().hashCode()))
                .orElse("");
    }

    /// What the heading says.
    static String headTag(Document d) {
        return Integer.toHexString(d.head().toString().hashCode());
    }

    /// Publishes the draft. Refused while nobody answers for it, while its application has no
    /// check, while it asks for nothing, while an algorithm has a dead end.
    void publish(UUID id, String reviewedBy, @Nullable LocalDate reviewOn) {
        protocols.lock(id);
        var draft = draft(id);
        var errors = new FormErrors();
        var today = LocalDate.now(clock);
        if (reviewedBy.isBlank()) errors.add("reviewed_by", ProtocolText.REVIEWED_BY);
        if (reviewOn == null) errors.add("review_on", ProtocolText.REVIEW_ON);
        else if (!reviewOn.isAfter(today) || reviewOn.isAfter(today.plusMonths(REVIEW_MONTHS)))
            errors.add("review_on", ProtocolText.reviewBetween(today.plusMonths(REVIEW_MONTHS)));
        if (draft.document().checking().isBlank()) errors.add("checking", ProtocolText.CHECKING);
        if (draft.document().acts().isEmpty() && draft.document().aims().isEmpty())
            errors.add("acts", ProtocolText.EMPTY);
        if (draft.document().nature() == Document.Nature.PROPOSITIONS
                && draft.document().rules().isEmpty())
            errors.add("regles", SuggestionText.RULE_NEEDED);
        if (draft.document().nature() == Document.Nature.COOPERATION
                && !draft.document().delegation().whole())
            errors.add("delegated_by", ProtocolText.DELEGATION_NEEDED);
        var gaps = new Algorithms(draft.document()).gaps();
        if (!gaps.isEmpty()) errors.add("questions", String.join(" ", gaps));
        FormRefused.unless(errors);
        if (reviewOn == null) return; // said above
        protocols.publish(id, draft.id(), reviewedBy.strip(), reviewOn, clock.instant(), who());
    }

    /// Drops the draft, and the protocol with it when nothing of it was ever published. Returns
    /// whether the protocol remains.
    boolean drop(UUID id) {
        protocols.lock(id);
        var draft = draft(id);
        var alone = protocols.versions(id).size() == 1;
        protocols.drop(draft.id());
        if (alone) protocols.forget(id);
        return !alone;
    }

    /// Withdraws the version that serves. Plans keep their lines, which say it.
    void withdraw(UUID id, String why) {
        protocols.lock(id);
        var errors = new FormErrors();
        if (why.isBlank()) errors.add("pourquoi", ProtocolText.WHY_WITHDRAWN);
        if (protocols.versions(id).stream().noneMatch(v -> v.status() == Status.PUBLIE))
            errors.add("pourquoi", ProtocolText.NOT_PUBLISHED);
        FormRefused.unless(errors);
        var entry = protocols.get(id).shelf();
        if (entry != null) unshare(id);
        protocols.withdraw(id, why.strip(), clock.instant(), who());
    }

    /// Shares the version that serves with the other structures of the installation.
    void share(UUID id) {
        var protocol = protocols.lock(id);
        var version =
                protocols.versions(id).stream()
                        .filter(v -> v.status() == Status.PUBLIE)
                        .findFirst()
                        .orElseThrow(() ->
                                new FormRefused(
                                        new FormErrors()
                                                .add("partage", ProtocolText.NOT_PUBLISHED)));
        protocols.shelved(
                id,
                shelf.put(
                        protocol.shelf(),
                        networks.get(network()).shortName(),
                        version.number(),
                        version.document(),
                        clock.instant()));
    }

    /// Takes it back from the shelf; copies that others took stay theirs.
    void unshare(UUID id) {
        var entry = protocols.lock(id).shelf();
        protocols.shelved(id, null);
        if (entry != null) shelf.remove(entry);
    }

    private static NetworkId network() {
        return Objects.requireNonNull(Tenancy.current().acting(), "an act has its structure");
    }

    private static String who() {
        return SignedIn.find().map(SignedIn::displayName).orElse(ProtocolText.MAILLAGE);
    }
}

package fr.maillage.diseaseregister.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.diseaseregister.internal.RegisterStore.Status;
import fr.maillage.diseaseregister.internal.RegisterStore.Version;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.territory.Territories;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.FormView.Option;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The life of a definition: begun, written field by field, published by somebody who answers for
/// it, replaced by the next version. One that serves or served never changes.
@Service
@Transactional
class DefinitionService {

    private final RegisterStore registers;
    private final FileFacts facts;
    private final Networks networks;
    private final Territories territories;
    private final Clock clock;

    DefinitionService(
            RegisterStore registers,
            FileFacts facts,
            Networks networks,
            Territories territories,
            Clock clock) {
        this.registers = registers;
        this.facts = facts;
        this.networks = networks;
        this.territories = territories;
        this.clock = clock;
    }

    /// Opens a register, its first version being written. Returns its id; throws `FormRefused`.
    UUID begin(Typed typed) {
        var title = typed.text("title");
        if (title.isEmpty()) throw FormRefused.because("title", RegisterText.TITLE);
        if (title.length() > 300) throw FormRefused.because("title", RegisterText.TOO_LONG);
        var id = Ids.next();
        registers.insert(id, Definition.begun(title, region()), clock.instant(), who());
        return id;
    }

    private String region() {
        return networks.get(SignedIn.current().network()).regionCode();
    }

    /// Zones a population may be that of, from the region down.
    @Transactional(readOnly = true)
    public List<Option> areas() {
        return territories.tree(region(), LocalDate.now(clock)).zones().stream()
                .map(z -> new Option(z.code(), "– ".repeat(z.depth()) + z.label(), false))
                .toList();
    }

    /// The version being written. Throws `NotFound`.
    @Transactional(readOnly = true)
    public Version draft(UUID register) {
        return RegisterStore.in(registers.versions(register), Status.BROUILLON)
                .orElseThrow(() -> new NotFound("version en cours", register));
    }

    /// Writes the heading, unless somebody did since it was read. Throws `FormRefused`.
    void head(UUID register, Typed typed) {
        write(
                register,
                typed.text("_tag"),
                DefinitionService::headTag,
                (definition, errors) ->
                        definition.headed(DefinitionForms.head(typed, areas(), errors)));
    }

    /// Writes or adds a field, unless somebody did since it was read.
    ///
    /// @param code null for a new one
    void field(UUID register, @Nullable String code, Typed typed) {
        write(
                register,
                typed.text("_tag"),
                definition -> code == null ? "" : tag(definition, code),
                (definition, errors) ->
                        definition.with(
                                DefinitionForms.field(
                                        typed, code, definition, facts.origins(), errors)));
    }

    /// Takes a field away from the version being written; cases keep what they said of it. Refused
    /// while another relies on it.
    void remove(UUID register, String code) {
        registers.lock(register);
        var draft = draft(register);
        var relying = draft.definition().relyingOn(code);
        if (!relying.isEmpty()) throw FormRefused.because("label", RegisterText.reliedOn(relying));
        registers.save(draft.id(), draft.definition().without(code));
    }

    private interface Change {
        Definition of(Definition definition, FormErrors errors);
    }

    private void write(
            UUID register, String seen, Function<Definition, String> tag, Change change) {
        registers.lock(register);
        var draft = draft(register);
        if (!tag.apply(draft.definition()).equals(seen))
            throw new OptimisticLockingFailureException("definition " + register);
        var errors = new FormErrors();
        var changed = change.of(draft.definition(), errors);
        FormRefused.unless(errors);
        registers.save(draft.id(), changed);
    }

    static String headTag(Definition definition) {
        return Integer.toHexString(definition.head().toString().hashCode());
    }

    static String tag(Definition definition, String code) {
        return definition
                .field(code)
                .map(f -> Integer.toHexString(f.toString().hashCode()))
                .orElse("");
    }

    /// The version being written serves from now on. Refused, all at once, while it does not say
    /// who is a case, on what it rests, what it asks, or who answers for it.
    void publish(UUID register, Typed typed) {
        registers.lock(register);
        var draft = draft(register);
        var by = typed.text("answeredBy");
        var errors = new FormErrors();
        if (by.isEmpty() || by.length() > 300) errors.add("answeredBy", RegisterText.WHO_ANSWERS);
        var gaps = draft.definition().gaps();
        if (!gaps.isEmpty()) errors.add("definition", String.join(" ", gaps));
        FormRefused.unless(errors);
        registers.publish(draft, by, clock.instant());
    }

    /// Begins the next version, a copy of the one that serves; the one being written serves when
    /// there is one.
    void next(UUID register, Typed typed) {
        registers.lock(register);
        var versions = registers.versions(register);
        if (RegisterStore.in(versions, Status.BROUILLON).isPresent()) return;
        var why = typed.text("why");
        if (why.isEmpty() || why.length() > 300)
            throw FormRefused.because("why", RegisterText.WHY_VERSION);
        var latest = versions.getFirst();
        registers.version(
                register, latest.number() + 1, latest.definition(), why, clock.instant(), who());
    }

    static String who() {
        return SignedIn.current().displayName();
    }
}

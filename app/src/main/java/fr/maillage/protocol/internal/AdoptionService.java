package fr.maillage.protocol.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.PersonName;
import fr.maillage.network.Criteria;
import fr.maillage.network.Networks;
import fr.maillage.protocol.internal.CommonStore.Content;
import fr.maillage.protocol.internal.CommonStore.Derogation;
import fr.maillage.protocol.internal.CommonStore.Version;
import fr.maillage.protocol.internal.Document.Criterion;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Moment;
import fr.maillage.protocol.internal.ThemeGroups.Group;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A structure is on the version its theme group agreed on: whole, a copy of its model being taken
/// for its doctor to publish; or with a model of its own, saying of each line that it lacks or says
/// otherwise why. The criteria it follows come into its settings, where the inclusion asks them;
/// those of the version it was on before, that neither this one nor its model says, are retired.
@Service
@Transactional
class AdoptionService {

    private final ThemeGroups groups;
    private final CommonStore store;
    private final CommonService commons;
    private final ProtocolService protocols;
    private final Networks networks;
    private final Criteria criteria;
    private final Clock clock;

    AdoptionService(
            ThemeGroups groups,
            CommonStore store,
            CommonService commons,
            ProtocolService protocols,
            Networks networks,
            Criteria criteria,
            Clock clock) {
        this.groups = groups;
        this.store = store;
        this.commons = commons;
        this.protocols = protocols;
        this.networks = networks;
        this.criteria = criteria;
        this.clock = clock;
    }

    /// A copy of the model of a version, as a draft, without adopting it. Returns its id. Throws
    /// `NotFound`.
    UUID take(UUID id) {
        return take(store.version(id), store.content(id));
    }

    private UUID take(Version version, Content said) {
        return protocols.takeCommon(
                version.id(), said.document(), groups.group(version.group()).label());
    }

    /// Adopts the version in force. Returns what became of the criteria of the settings.
    ///
    /// @param form `protocole` (none: as it is), `raison-KEY`
    Criteria.Change adopt(String code, Sent form) {
        var group = groups.group(code);
        commons.ofTheGroup(code);
        var version =
                CommonStore.inForce(store.versions(), code)
                        .orElseThrow(() ->
                                FormRefused.because("protocole", CommonText.NOTHING_IN_FORCE));
        var said = store.content(version.id());
        var model = model(form);
        var diff =
                model == null
                        ? new CommonDiff(List.of(), 0)
                        : CommonDiff.of(said.document(), model, said.local());
        var derogations = derogations(diff, form);
        if (model == null) take(version, said);
        var former = store.ours(code);
        store.adopt(
                version.id(),
                networks.get(SignedIn.current().network()).shortName(),
                derogations,
                diff.local(),
                SignedIn.current().displayName(),
                clock.instant());
        var followed = followed(said, derogations);
        return criteria.adopt(
                group.trunk()
                        ? Arrays.<@Nullable String>asList((String) null)
                        : List.copyOf(commons.themes(group)),
                agreed(followed),
                agreed(
                        former.map(a -> followed(store.content(a.version()), a.derogations()))
                                .map(before -> without(before, followed, model))
                                .orElse(List.of())));
    }

    /// The model of the structure it adopts with; null: as it is.
    private @Nullable Document model(Sent form) {
        if (form.text("protocole").isEmpty()) return null;
        var model = commons.model(form);
        if (model == null) throw FormRefused.because("protocole", CommonText.WHICH_MODEL);
        return model;
    }

    private static List<Derogation> derogations(CommonDiff diff, Sent form) {
        var derogations =
                diff.gaps().stream()
                        .map(gap ->
                                new Derogation(
                                        gap.key(),
                                        gap.title(),
                                        gap.kind(),
                                        gap.ours(),
                                        CommonService.reason(form, gap.key(), CommonText.WHY_NOT)))
                        .toList();
        FormRefused.unless(form.errors());
        return derogations;
    }

    private static List<Criterion> followed(Content said, List<Derogation> derogations) {
        var aside = derogations.stream().map(Derogation::key).collect(Collectors.toSet());
        return said.document().criteria().stream()
                .filter(c -> {
                    var key = CommonDiff.key(Kind.CRITERION, c.key());
                    return !aside.contains(key) && !said.local().contains(key);
                })
                .toList();
    }

    private static List<Criterion> without(
            List<Criterion> before, List<Criterion> followed, @Nullable Document model) {
        var stay = new HashSet<String>();
        followed.forEach(c -> stay.add(words(c)));
        if (model != null) model.criteria().forEach(c -> stay.add(words(c)));
        return before.stream().filter(c -> !stay.contains(words(c))).toList();
    }

    private static String words(Criterion c) {
        return c.moment() + " " + PersonName.searchKey(c.title());
    }

    private static Criteria.Said agreed(List<Criterion> all) {
        return new Criteria.Said(titles(all, Moment.INCLUSION), titles(all, Moment.SORTIE));
    }

    private static List<String> titles(List<Criterion> all, Moment moment) {
        return all.stream().filter(c -> c.moment() == moment).map(Criterion::title).toList();
    }
}

package fr.maillage.partners.internal;

import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.directory.Qualifications.Skill;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.partners.internal.Search.Answers;
import fr.maillage.partners.internal.Search.Asked;
import fr.maillage.partners.internal.SearchPage.Mark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Every French sentence of the search and of the local knowledge.
final class PartnersText {

    static final Map<String, String> FEES =
            words(
                    "1", "Secteur 1",
                    "OPTAM", "Secteur 2, avec OPTAM",
                    "2", "Secteur 2",
                    "NON_CONVENTIONNE", "Non conventionné");
    static final Map<String, String> SECTORS =
            words("SANITAIRE", "Sanitaire", "MEDICO_SOCIAL", "Médico-social", "SOCIAL", "Social");
    static final Map<String, String> STATES =
            words(
                    "DISPONIBLE", "Disponible",
                    "ATTENTE", "Liste d’attente",
                    "COMPLET", "Ne prend plus personne");
    static final Map<String, String> AUDIENCES =
            words("EQUIPE", "L’équipe seulement", "CERCLES", "Aussi les membres des cercles");
    static final Map<String, String> FIELDS =
            words(
                    "NOM", "Nom",
                    "ADRESSE", "Adresse",
                    "COMMUNE", "Commune",
                    "TELEPHONE", "Téléphone",
                    "MESSAGERIE", "Messagerie sécurisée",
                    "PROFESSION", "Profession",
                    "SPECIALITE", "Spécialité",
                    "STRUCTURE", "Structure d’exercice",
                    "CESSATION", "N’exerce plus ici",
                    "AUTRE", "Autre chose");
    static final Map<String, String> MISTAKE_STATES =
            words(
                    "A_SIGNALER", "À signaler",
                    "SIGNALEE", "Signalée",
                    "CORRIGEE", "Corrigée",
                    "SANS_SUITE", "Sans suite");
    static final Map<String, String> YES_NO = words("oui", "Oui", "non", "Non");

    static final Map<String, String> STATUSES =
            words("LIBERAL", "Libéral", "SALARIE", "Salarié", "HOSPITALIER", "Hospitalier");

    /// Lists of the forms of a card, by field.
    static final Map<String, Map<String, String>> CHOICES =
            Map.of(
                    "feeSector", FEES,
                    "sector", SECTORS,
                    "state", STATES,
                    "audience", AUDIENCES,
                    "field", FIELDS,
                    "homeVisits", YES_NO);

    static final String GONE =
            "L’annuaire national ne la connaît plus\u00A0: départ, cessation d’activité ou changement de numéro. Ce que l’équipe savait reste ici.";
    static final String SAVED = "Enregistré.";
    static final String ADDED = "Ajouté au carnet de la structure.";
    static final String REMOVED = "Retiré.";
    static final String NOTED = "Disponibilité notée.";
    static final String REPORTED = "Erreur notée\u00A0: elle attend d’être signalée.";
    static final String JOINED = "Rapproché de la ligne nationale.";
    static final String SIGNED = "Convention enregistrée.";
    static final String ENDED = "Fin de la convention notée.";
    static final String ALREADY_REPORTED =
            "Une erreur sur cette donnée est déjà notée et attend sa correction.";
    static final String OVERLAPS = "Une convention de cette personne couvre déjà ces jours.";
    static final String AFTER_START = "La fin précède le début.";
    static final String ENDED_ALREADY = "Cette convention est déjà terminée.";
    static final String NOT_PSYCHOLOGIST =
            "Ces conventions sont celles des psychologues libéraux\u00A0: choisissez un psychologue.";
    static final String NOT_IN_DIRECTORY =
            "Ce numéro RPPS n’est pas dans l’annuaire national\u00A0: vérifiez-le.";
    static final String JOINED_ALREADY = "Une autre fiche locale est déjà rapprochée de ce numéro.";
    static final String SECTOR_NEEDED = "Dites de quel secteur est ce partenaire.";
    static final String PARTNER_DAYS = "La fin du partenariat précède son début.";
    static final String SINCE_NEEDED = "Dites depuis quand, pour noter une fin.";
    static final String FUTURE = "Ce jour est à venir.";
    static final String NO_COMMUNE =
            "Cette commune n’est pas connue\u00A0: écrivez son code postal ou son nom exact.";
    static final String MONEY = "Écrivez un montant en euros, par exemple 55 ou 55,50.";

    /// Skills shown on an answer; the card shows all.
    private static final int SKILLS = 2;

    private PartnersText() {}

    /// Words by code, in this order.
    static Map<String, String> words(String... pairs) {
        var all = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) all.put(pairs[i], pairs[i + 1]);
        return all;
    }

    static String number(Partner partner) {
        if (partner.local()) return "Pas de numéro national";
        return switch (partner.nature()) {
            case PROFESSIONNEL ->
                    (partner.ref().length() == 11 ? "RPPS " : "ADELI ") + partner.ref();
            case STRUCTURE -> "FINESS " + partner.ref();
            case OFFRE -> "Offre du ROR " + partner.ref();
        };
    }

    static String mode(String code) {
        return switch (code) {
            case "L" -> "Libéral";
            case "S" -> "Salarié";
            case "B" -> "Bénévole";
            default -> "";
        };
    }

    /// « Dans le réseau depuis le 1er mars 2024, convention signée le 28 février 2024 ».
    static String membership(
            @Nullable LocalDate joined,
            @Nullable LocalDate left,
            @Nullable String why,
            @Nullable LocalDate signed) {
        if (joined == null)
            return "Professionnel extérieur au réseau\u00A0: travaille avec l’équipe sans avoir adhéré";
        var words =
                left == null
                        ? "Dans le réseau depuis le " + FrenchDates.date(joined)
                        : "Était dans le réseau, "
                                + days(joined, left)
                                + (why == null ? "" : Typography.NBSP + ": " + why);
        return words + (signed == null ? "" : ", convention signée le " + FrenchDates.date(signed));
    }

    static String nature(Nature nature) {
        return switch (nature) {
            case PROFESSIONNEL -> "Professionnel";
            case STRUCTURE -> "Structure";
            case OFFRE -> "Offre";
        };
    }

    /// « 4 km », « même commune ».
    static String metres(int metres) {
        return metres == 0
                ? "même commune"
                : metres < 1_000
                        ? "moins d’un" + Typography.NBSP + "km"
                        : Math.round(metres / 1_000.0) + Typography.NBSP + "km";
    }

    static String within(int km) {
        return km == 0 ? "La commune" : km + Typography.NBSP + "km";
    }

    /// « 12 réponses, les plus proches d’abord, autour de Douai (59) et 15 km ».
    static String found(int count, int shown, boolean more, Asked asked) {
        var place = place(asked);
        if (count == 0)
            return "Aucune réponse"
                    + (place.isEmpty() ? "" : " " + place)
                    + ". Retirez un des critères, ou élargissez la distance.";
        var words = new StringBuilder();
        words.append(more ? "Plus de " : "")
                .append(count)
                .append(count > 1 ? " réponses" : " réponse");
        if (!place.isEmpty()) words.append(", ").append(place).append(", les plus proches d’abord");
        if (shown < count) words.append(". Les ").append(shown).append(" premières sont affichées");
        return words + ".";
    }

    private static String place(Asked asked) {
        if (asked.around() == null) return "";
        var where =
                asked.km() == 0
                        ? "à " + asked.around().label()
                        : "autour de "
                                + asked.around().label()
                                + " et "
                                + asked.km()
                                + Typography.NBSP
                                + "km";
        return asked.mine() ? where + " (votre structure)" : where;
    }

    /// What the reader should know of these answers; "" for nothing.
    static String aside(Asked asked, Answers found) {
        if (asked.around() != null && asked.around().latitude() == null && asked.km() > 0)
            return "Le centre de cette commune n’est pas connu\u00A0: seule la commune elle-même a été cherchée.";
        if (asked.typed().person() && asked.file() == null)
            return "«\u00A0Cette personne\u00A0» se cherche depuis son dossier\u00A0: ici, la recherche part de votre structure.";
        if (asked.free() && found.hits().isEmpty())
            return "Personne n’a été vu disponible ici. Sans cette condition, il y a peut-être quelqu’un\u00A0: retirez-la, appelez, et notez ce que vous avez appris.";
        if (asked.typed().atHome() && !found.hits().isEmpty())
            return "Les visites à domicile sont celles que l’équipe a notées\u00A0: d’abord ceux qui se déplacent, puis ceux dont on ne sait pas.";
        return found.more()
                ? "Les nombres à côté sont comptés sur les 200 premières réponses de chaque sorte."
                : "";
    }

    /// What is known of an answer, in a few words: by the structure, and by the national file
    /// beyond the specialty already said.
    static List<Mark> marks(Hit hit, Known.Facts facts, List<Skill> skills, LocalDate today) {
        var marks = new ArrayList<Mark>();
        if (new Partner(hit.nature(), hit.ref()).local())
            marks.add(new Mark("", "edit", "Carnet de la structure"));
        if (facts.joined() != null) marks.add(new Mark("is-done", "affiliate", "Dans le réseau"));
        if (hit.placesFree() != null)
            marks.add(
                    new Mark(
                            hit.placesFree() > 0 ? "is-done" : "is-due",
                            hit.placesFree() > 0 ? "circle-check" : "circle-x",
                            places(hit.placesFree())));
        if (facts.state() != null)
            marks.add(
                    new Mark(
                            facts.state().equals("DISPONIBLE") ? "is-done" : "is-due",
                            facts.state().equals("DISPONIBLE") ? "circle-check" : "hourglass",
                            seen(
                                    facts.state(),
                                    facts.waitWeeks(),
                                    Objects.requireNonNull(facts.seenOn()),
                                    today)));
        if (Boolean.TRUE.equals(facts.homeVisits()))
            marks.add(new Mark("", "home", "Se déplace à domicile"));
        if (Boolean.FALSE.equals(facts.homeVisits()))
            marks.add(new Mark("", "home", "Ne se déplace pas"));
        if (!facts.languages().isEmpty())
            marks.add(new Mark("", "message", "Parle " + String.join(", ", facts.languages())));
        var others = skills(hit, skills);
        if (!others.isEmpty()) marks.add(new Mark("", "stethoscope", others));
        if (facts.skills() != null) marks.add(new Mark("", "target", facts.skills()));
        if (facts.callBy() != null)
            marks.add(new Mark("", "phone", "Préfère être appelé par " + facts.callBy()));
        return marks;
    }

    /// « Gériatrie, Douleur et 2 autres »: skills that neither the specialty nor the profession
    /// says.
    private static String skills(Hit hit, List<Skill> skills) {
        var labels =
                skills.stream()
                        .map(Skill::label)
                        .distinct()
                        .filter(l -> !l.equals(hit.specialty()))
                        .filter(l ->
                                !(hit.kind().equals("MEDECIN_GENERALISTE")
                                        && l.contains("générale")))
                        .toList();
        var shown = String.join(", ", labels.subList(0, Math.min(SKILLS, labels.size())));
        int more = labels.size() - SKILLS;
        return more <= 0 ? shown : shown + " et " + more + (more > 1 ? " autres" : " autre");
    }

    /// « Disponible, vu le 2 juin 2026 », « Attente de 6 semaines, vu hier ».
    static String seen(String state, @Nullable Integer weeks, LocalDate day, LocalDate today) {
        var words =
                weeks == null
                        ? Objects.requireNonNull(STATES.get(state))
                        : "Attente de " + weeks + (weeks > 1 ? " semaines" : " semaine");
        return words + ", vu " + FrenchDates.relative(day, today);
    }

    static String places(int free) {
        return free == 0
                ? "Pas de place libre"
                : free == 1 ? "1 place libre" : free + " places libres";
    }

    /// « 1er mars 2024 » and until when.
    static String days(LocalDate since, @Nullable LocalDate until) {
        return until == null
                ? "depuis le " + FrenchDates.date(since)
                : "du " + FrenchDates.date(since) + " au " + FrenchDates.date(until);
    }

    /// Text to be pasted in the correction form of the national directory.
    static String toSend(
            String name,
            String ref,
            Nature nature,
            String field,
            @Nullable String national,
            String right) {
        return "Bonjour,\nConcernant "
                + name
                + " ("
                + (nature == Nature.STRUCTURE
                        ? "FINESS "
                        : nature == Nature.OFFRE ? "offre ROR " : "RPPS ")
                + ref
                + "), la donnée «\u00A0"
                + Objects.requireNonNull(FIELDS.get(field)).toLowerCase(Locale.FRENCH)
                + "\u00A0» publiée"
                + (national == null
                        ? " est absente."
                        : " est\u00A0: «\u00A0" + national + "\u00A0».")
                + "\nElle devrait être\u00A0: «\u00A0"
                + right
                + "\u00A0».\nMerci de la corriger ou de la faire corriger.";
    }
}

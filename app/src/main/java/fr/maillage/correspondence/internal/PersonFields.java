package fr.maillage.correspondence.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.correspondence.LetterFields;
import fr.maillage.intake.Motive;
import fr.maillage.intake.Referrals;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PersonName;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.patient.Patients;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Fields of the person, the structure, the writer, the circle, the request and the rights: names
/// and status, no health content.
@Component
@Order(1)
class PersonFields implements LetterFields {

    private static final List<Field> FIELDS =
            List.of(
                    Field.one("date.jour", "Date du jour", "2 juin 2026"),
                    Field.one(
                            "destinataire.appel",
                            "Formule d’appel, selon le destinataire",
                            "Docteur,"),
                    Field.one("destinataire.nom", "Nom du destinataire", "Dr Jeanne EXEMPLE"),
                    Field.one("personne.nom", "Prénom et nom de la personne", "Odile MODÈLE"),
                    Field.one("personne.civilite", "Madame ou Monsieur", "Madame"),
                    Field.one("personne.ne", "Naissance, accordée", "née le 12 avril 1942"),
                    Field.one("personne.age", "Âge", "84 ans"),
                    Field.one(
                            "personne.adresse",
                            "Adresse, sur une ligne",
                            "3 rue des Exemples, 59500 Douai"),
                    Field.one("personne.telephone", "Téléphone", "03 27 00 00 01"),
                    Field.one("structure.nom", "Nom de la structure", "Appui du Douaisis"),
                    Field.one("structure.telephone", "Téléphone de la structure", "03 27 00 00 00"),
                    Field.one("structure.horaires", "Horaires", "du lundi au vendredi, 9 h à 18 h"),
                    Field.one(
                            "structure.adresse",
                            "Adresse de la structure",
                            "1 place du Modèle, 59500 Douai"),
                    Field.one("auteur.nom", "Qui écrit", "Claire DUMONT"),
                    Field.one("auteur.fonction", "Sa fonction", "Coordonnateur d’appui"),
                    Field.one("dossier.referent", "Référent de la personne", "Claire DUMONT"),
                    Field.one("dossier.depuis", "Début de l’accompagnement", "3 novembre 2025"),
                    Field.one("medecin.nom", "Médecin traitant", "Dr Jeanne EXEMPLE"),
                    Field.one(
                            "medecin.telephone", "Téléphone du médecin traitant", "03 27 00 00 02"),
                    Field.one("representant.nom", "Représentant légal", "Louis MODÈLE"),
                    Field.one("demande.date", "Date de la dernière demande", "28 octobre 2025"),
                    Field.one("demande.adresseur", "Qui l’a adressée", "Service social du CH"),
                    Field.one("demande.motif", "Motif de la demande", "Retour à domicile"),
                    Field.each(
                            "cercle.nom",
                            "Cercle : qui",
                            "Dr Jeanne EXEMPLE\nPaul ROCHE\nLouise MODÈLE"),
                    Field.each(
                            "cercle.qualite",
                            "Cercle : à quel titre",
                            "médecin traitant\nmasseur-kinésithérapeute\naidant principal"),
                    Field.each(
                            "cercle.telephone",
                            "Cercle : téléphone",
                            "03 27 00 00 02\n03 27 00 00 03\n06 00 00 00 04"),
                    Field.each("droits.libelle", "Droits : lequel", "APA\nALD"),
                    Field.each("droits.etat", "Droits : état", "accordé\nà demander"),
                    Field.each("droits.fin", "Droits : jusqu’au", "30 septembre 2027\n"));

    private final Patients patients;
    private final CaseFiles files;
    private final Networks networks;
    private final Referrals referrals;
    private final JdbcClient sql;

    PersonFields(
            Patients patients,
            CaseFiles files,
            Networks networks,
            Referrals referrals,
            JdbcClient sql) {
        this.patients = patients;
        this.files = files;
        this.networks = networks;
        this.referrals = referrals;
        this.sql = sql;
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public void fill(Subject subject, Values values) {
        var day = subject.day();
        var person = patients.get(subject.patient());
        values.put("date.jour", FrenchDates.date(day));
        values.put("personne.nom", name(person.displayName()));
        values.put("personne.telephone", first(person.mobile(), person.phone()));
        values.put("personne.adresse", address(subject.patient(), ", "));
        var born = person.birthDate();
        if (born != null) {
            values.put("personne.ne", born(person.sex(), born));
            values.put("personne.age", FrenchDates.age(born, day));
            if (!born.plusYears(18).isAfter(day))
                values.put("personne.civilite", CorrespondenceText.civility(person.sex()));
        }
        var network = networks.get(subject.network());
        values.put("structure.nom", network.name());
        values.put("structure.telephone", network.phone());
        values.put("structure.horaires", network.openingHours());
        values.put("structure.adresse", join(network.address(), network.communeName()));
        SignedIn.find()
                .ifPresent(who -> {
                    values.put("auteur.nom", who.displayName());
                    values.put("auteur.fonction", who.role().label());
                });
        files.current(subject.patient())
                .ifPresent(support -> {
                    var since = support.includedOn();
                    values.put(
                            "dossier.depuis",
                            FrenchDates.date(since == null ? support.openedOn() : since));
                    var coordinator = support.coordinatorId();
                    if (coordinator != null)
                        values.put("dossier.referent", networks.member(coordinator).name());
                });
        if (person.mtState().equals("DECLARE")) {
            values.put("medecin.nom", person.mtName());
            values.put("medecin.telephone", person.mtPhone());
        }
        circle(files.circle(subject.patient(), day), values);
        request(subject.patient(), values);
        rights(subject.patient(), values);
    }

    private static void circle(List<Actor> circle, Values values) {
        for (var actor : circle) {
            if (actor.role().equals("REPRESENTANT_LEGAL"))
                values.put("representant.nom", actor.name());
            values.add(
                    "cercle",
                    Map.of(
                            "cercle.nom",
                            actor.name(),
                            "cercle.qualite",
                            CorrespondenceText.quality(actor),
                            "cercle.telephone",
                            actor.phone() == null ? "" : actor.phone()));
        }
    }

    private void request(PatientId patient, Values values) {
        referrals.of(patient).stream()
                .findFirst()
                .ifPresent(request -> {
                    values.put(
                            "demande.date",
                            FrenchDates.date(
                                    request.receivedAt().atZone(FrenchDates.PARIS).toLocalDate()));
                    values.put("demande.adresseur", request.askerName());
                    if (!request.motives().isEmpty())
                        values.put("demande.motif", Motive.words(request.motives()));
                });
    }

    private void rights(PatientId patient, Values values) {
        sql.sql(
                        """
                        select label, state, ends_on from casefile.open_right where patient_id = :patient
                         order by ends_on nulls last, label limit 50
                        """)
                .param("patient", patient.value())
                .query((row, _) -> {
                    var ends = row.getObject("ends_on", LocalDate.class);
                    return Map.of(
                            "droits.libelle",
                            row.getString("label"),
                            "droits.etat",
                            CorrespondenceText.right(row.getString("state")),
                            "droits.fin",
                            ends == null ? "" : FrenchDates.date(ends));
                })
                .list()
                .forEach(line -> values.add("droits", line));
    }

    /// Where the person lives; null when nobody wrote it down.
    @Nullable String address(PatientId patient, String between) {
        return sql.sql("select street, town from patient.postal_address where id = :id")
                .param("id", patient.value())
                .query((row, _) ->
                        Stream.of(row.getString("street"), row.getString("town"))
                                .filter(part -> part != null && !part.isBlank())
                                .map(part -> part.replaceAll("\\s*\\R\\s*", between))
                                .collect(Collectors.toList()))
                .optional()
                // a commune alone is no address
                .filter(parts -> parts.size() == 2)
                .map(parts -> String.join(between, parts))
                .orElse(null);
    }

    /// « Odette LEROY » for `LEROY Odette`.
    static String name(String display) {
        return (PersonName.givenOf(display) + " " + PersonName.familyOf(display)).strip();
    }

    private static String born(String sex, LocalDate on) {
        return (sex.equals("F") ? "née le " : sex.equals("M") ? "né le " : "né(e) le ")
                + FrenchDates.date(on).replace(' ', Typography.NBSP.charAt(0));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null || one.isBlank() ? other : one;
    }

    private static @Nullable String join(@Nullable String one, @Nullable String other) {
        if (one == null || one.isBlank()) return other;
        return other == null ? one : one.replaceAll("\\s*\\R\\s*", ", ") + ", " + other;
    }
}

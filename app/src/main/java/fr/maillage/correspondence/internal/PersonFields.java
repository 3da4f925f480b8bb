package fr.maillage.correspondence.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.correspondence.LetterFields;
import fr.maillage.intake.Motive;
import fr.maillage.intake.Referrals;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PersonName;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.patient.Patients;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Fields of the person, the structure, the writer, the circle, the request and the rights: names
/// and status, no health content.
@Component
@Order(1)
class PersonFields implements LetterFields {

    private static final List<Field> FIELDS =
            Field.table(
                    """
                    date.jour | Date du jour | 2 juin 2026
                    destinataire.appel | Formule d’appel, selon le destinataire | Docteur,
                    destinataire.nom | Nom du destinataire | Dr Jeanne EXEMPLE
                    personne.nom | Prénom et nom de la personne | Odile MODÈLE
                    personne.civilite | Madame ou Monsieur | Madame
                    personne.ne | Naissance, accordée | née le 12 avril 1942
                    personne.age | Âge | 84 ans
                    personne.adresse | Adresse, sur une ligne | 3 rue des Exemples, 59500 Douai
                    personne.telephone | Téléphone | 03 27 00 00 01
                    structure.nom | Nom de la structure | Appui du Douaisis
                    structure.telephone | Téléphone de la structure | 03 27 00 00 00
                    structure.horaires | Horaires | du lundi au vendredi, 9 h à 18 h
                    structure.adresse | Adresse de la structure | 1 place du Modèle, 59500 Douai
                    auteur.nom | Qui écrit | Claire DUMONT
                    auteur.fonction | Sa fonction | Coordonnateur d’appui
                    dossier.referent | Référent de la personne | Claire DUMONT
                    dossier.depuis | Début de l’accompagnement | 3 novembre 2025
                    medecin.nom | Médecin traitant | Dr Jeanne EXEMPLE
                    medecin.telephone | Téléphone du médecin traitant | 03 27 00 00 02
                    representant.nom | Représentant légal | Louis MODÈLE
                    demande.date | Date de la dernière demande | 28 octobre 2025
                    demande.adresseur | Qui l’a adressée | Service social du CH
                    demande.motif | Motif de la demande | Retour à domicile
                    cercle.nom[] | Cercle\u00A0: qui | Dr Jeanne EXEMPLE / Paul ROCHE / Louise MODÈLE
                    cercle.qualite[] | Cercle\u00A0: à quel titre | médecin traitant / masseur-kinésithérapeute / aidant principal
                    cercle.telephone[] | Cercle\u00A0: téléphone | 03 27 00 00 02 / 03 27 00 00 03 / 06 00 00 00 04
                    droits.libelle[] | Droits\u00A0: lequel | APA / ALD
                    droits.etat[] | Droits\u00A0: état | accordé / à demander
                    droits.fin[] | Droits\u00A0: jusqu’au | 30 septembre 2027 /
                    """);

    private final Patients patients;
    private final CaseFiles files;
    private final Networks networks;
    private final Referrals referrals;
    private final Addresses addresses;
    private final JdbcClient sql;

    PersonFields(
            Patients patients,
            CaseFiles files,
            Networks networks,
            Referrals referrals,
            Addresses addresses,
            JdbcClient sql) {
        this.patients = patients;
        this.files = files;
        this.networks = networks;
        this.referrals = referrals;
        this.addresses = addresses;
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
        values.put("personne.adresse", onOneLine(addresses.ofPerson(subject.patient())));
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
        return other == null ? one : onOneLine(one) + ", " + other;
    }

    private static @Nullable String onOneLine(@Nullable String lines) {
        return lines == null ? null : lines.replaceAll("\\s*\\R\\s*", ", ");
    }
}

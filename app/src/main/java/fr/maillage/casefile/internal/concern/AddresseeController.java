package fr.maillage.casefile.internal.concern;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Whom concerns are sent to: the structure's list, kept by those who answer for a person's safety.
@Controller
@RequestMapping(AddresseeController.HERE)
@PreAuthorize(Allowed.ANSWERABLE)
class AddresseeController {

    static final String HERE = "/reglages/destinataires";

    private final AddresseeBook book;

    AddresseeController(AddresseeBook book) {
        this.book = book;
    }

    @GetMapping
    @PreAuthorize(Allowed.ANSWERABLE)
    String show(Submission sent) {
        return sent.show("casefile/addressees", page(Shown.none()));
    }

    @PostMapping
    @PreAuthorize(Allowed.ANSWERABLE)
    String add(Submission sent) {
        return end("nouveau", AddresseeText.SAVED, () -> book.add(sent.typed()), sent);
    }

    @PostMapping("/{id}")
    @PreAuthorize(Allowed.ANSWERABLE)
    String change(@PathVariable UUID id, Submission sent) {
        var typed = sent.typed();
        return end(
                "destinataire-" + id,
                AddresseeText.SAVED,
                () -> book.change(id, typed, typed.version()),
                sent);
    }

    @PostMapping("/{id}/retrait")
    @PreAuthorize(Allowed.ANSWERABLE)
    String remove(@PathVariable UUID id, Submission sent) {
        return end("retrait", AddresseeText.REMOVED, () -> book.remove(id), sent);
    }

    private String end(String form, String toast, Runnable work, Submission sent) {
        return sent.end(Act.to(HERE, toast, work), form, "casefile/addressees", this::page);
    }

    private AddresseesPage page(Shown shown) {
        return new AddresseesPage(
                book.all().stream().map(c -> line(c, shown)).toList(),
                shown.form(
                        "nouveau",
                        HERE,
                        "Ajouter un destinataire",
                        new Typed(Map.of()),
                        AddresseeController::fields,
                        0,
                        "Ajouter"),
                shown.is("retrait") ? shown.outcome().why() : null);
    }

    private static AddresseesPage.Line line(Contact contact, Shown shown) {
        var here = HERE + "/" + contact.id();
        return new AddresseesPage.Line(
                contact.kind().label(),
                contact.name(),
                AddresseeText.where(contact),
                AddresseeText.ways(contact),
                contact.source(),
                AddresseeText.checked(contact),
                contact.checkedOn() == null,
                shown.form(
                        "destinataire-" + contact.id(),
                        here,
                        "Modifier",
                        typed(contact),
                        AddresseeController::fields,
                        contact.version(),
                        "Enregistrer"),
                here + "/retrait");
    }

    private static Typed typed(Contact contact) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("kind", List.of(contact.kind().name()));
        values.put("department", List.of(FormFields.text(contact.department())));
        values.put("name", List.of(contact.name()));
        values.put("phone", List.of(FormFields.text(contact.phone())));
        values.put("email", List.of(FormFields.text(contact.email())));
        values.put("address", List.of(FormFields.text(contact.address())));
        values.put("hours", List.of(FormFields.text(contact.hours())));
        values.put("source", List.of(FormFields.text(contact.source())));
        return new Typed(values);
    }

    private static List<Field> fields(Typed typed) {
        return List.of(
                FormFields.optional(
                        "kind",
                        "Destinataire",
                        typed,
                        "Choisir…",
                        Arrays.stream(Addressee.values())
                                .map(a -> new Option(a.name(), a.label(), false))
                                .toList()),
                FormFields.field(
                        "department",
                        "Département",
                        "Son numéro\u00A0; rien\u00A0: tous.",
                        "TEXT",
                        typed,
                        false),
                FormFields.field("name", "Nom", null, "TEXT", typed, false),
                FormFields.field("phone", "Téléphone", null, "TEXT", typed, false),
                FormFields.field("email", "Courriel", null, "TEXT", typed, false),
                FormFields.field("hours", "Horaires", null, "TEXT", typed, false),
                FormFields.field("address", "Adresse", null, "TEXT", typed, true),
                FormFields.field(
                        "source",
                        "D’où viennent ces coordonnées",
                        "Site du département, annuaire du tribunal, courrier reçu…",
                        "TEXT",
                        typed,
                        true),
                FormFields.field(
                        "checked",
                        "Je les ai vérifiées aujourd’hui à leur source",
                        null,
                        "CHECK",
                        typed,
                        true));
    }
}

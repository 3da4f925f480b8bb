package fr.maillage.casefile.internal.concern;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.WebText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whom a concern may be sent to, department by department, as the structure wrote them down. None
/// of these words was read by the application at its source: each says who checked it and when, or
/// that it is to be checked.
@Service
@Transactional
class AddresseeBook {

    private static final String CONTACT =
            """
            select id, kind, department, name, phone, email, address, hours, source, checked_on, checked_by, version from casefile.concern_addressee
            """;

    private final JdbcClient sql;
    private final Patients patients;
    private final Clock clock;

    AddresseeBook(JdbcClient sql, Patients patients, Clock clock) {
        this.sql = sql;
        this.patients = patients;
        this.clock = clock;
    }

    /// All of them, by department then kind.
    @Transactional(readOnly = true)
    public List<Contact> all() {
        return sql.sql(
                        CONTACT
                                + " order by department nulls last, kind, name collate \"fr-x-icu\", id")
                .query((row, _) -> contact(row))
                .list();
    }

    /// Those proposed for a concern about this person: of their age and department (of every
    /// department while it is not known), and each kind of which nobody was written down.
    @Transactional(readOnly = true)
    public List<Contact> about(PatientId id) {
        var person = patients.get(id);
        var department = department(person.communeCode());
        var known =
                all().stream()
                        .filter(c ->
                                department == null
                                        || c.department() == null
                                        || c.department().equals(department))
                        .toList();
        var found = new ArrayList<Contact>();
        for (var kind : Addressee.of(person.birthDate(), LocalDate.now(clock))) {
            var own = known.stream().filter(c -> c.kind() == kind).toList();
            if (own.isEmpty()) found.add(Contact.unknown(kind));
            else found.addAll(own);
        }
        return found;
    }

    /// The department of a commune by its code: three signs overseas, two elsewhere; null when
    /// there is none.
    static @Nullable String department(@Nullable String commune) {
        if (commune == null || commune.length() != 5) return null;
        return commune.substring(0, commune.startsWith("97") || commune.startsWith("98") ? 3 : 2);
    }

    /// Writes one down. Throws `FormRefused`.
    UUID add(Typed typed) {
        var read = read(typed, null);
        var id = Ids.next();
        fields(
                        sql.sql(
                                """
                                insert into casefile.concern_addressee (id, kind, department, name, phone, email, address, hours, source, checked_on, checked_by)
                                values (:id, :kind, :department, :name, :phone, :email, :address, :hours, :source, :on, :by)
                                """),
                        read)
                .param("id", id)
                .update();
        return id;
    }

    /// Changes one: what changes without having been checked is to be checked again. Throws
    /// `FormRefused`, `NotFound`, and when a colleague was first.
    void change(UUID id, Typed typed, int version) {
        var saved =
                fields(
                                sql.sql(
                                        """
                                        update casefile.concern_addressee set kind = :kind, department = :department, name = :name, phone = :phone, email = :email,
                                               address = :address, hours = :hours, source = :source, checked_on = :on, checked_by = :by, version = version + 1
                                         where id = :id and version = :version
                                        """),
                                read(typed, get(id)))
                        .param("id", id)
                        .param("version", version)
                        .update();
        if (saved == 0) throw new OptimisticLockingFailureException("addressee " + id);
    }

    /// Takes one out of the list; transmissions keep its name. Throws `NotFound`.
    void remove(UUID id) {
        var removed =
                sql.sql("delete from casefile.concern_addressee where id = :id")
                        .param("id", id)
                        .update();
        if (removed == 0) throw new NotFound("destinataire", id);
    }

    private Contact get(UUID id) {
        return sql.sql(CONTACT + " where id = :id")
                .param("id", id)
                .query((row, _) -> contact(row))
                .optional()
                .orElseThrow(() -> new NotFound("destinataire", id));
    }

    private Contact read(Typed typed, @Nullable Contact before) {
        var errors = new FormErrors();
        var kind = Addressee.parse(typed.text("kind"));
        if (kind.isEmpty()) errors.add("kind", WebText.CHOOSE);
        var department = typed.text("department").toUpperCase(Locale.ROOT);
        if (!department.isEmpty() && !department.matches("2A|2B|\\d{2,3}"))
            errors.add("department", AddresseeText.DEPARTMENT);
        var name = typed.text("name");
        if (name.isEmpty()) errors.add("name", AddresseeText.NAME);
        var phone = typed.orNull("phone");
        if (phone != null && !phone.matches("[+0-9][0-9 .]{1,19}"))
            errors.add("phone", AddresseeText.PHONE);
        var email = typed.orNull("email");
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
            errors.add("email", AddresseeText.EMAIL);
        for (var field : List.of("name", "email", "address", "hours", "source"))
            if (typed.text(field).length() > FormFields.LINE)
                errors.add(field, WebText.LINE_TOO_LONG);
        if (kind.isPresent()
                && kind.get().number() == null
                && phone == null
                && email == null
                && typed.orNull("address") == null) errors.add("phone", AddresseeText.NO_WAY);
        FormRefused.unless(errors);
        var checked = typed.checked("checked");
        var read =
                new Contact(
                        null,
                        kind.orElseThrow(),
                        department.isEmpty() ? null : department,
                        name,
                        phone,
                        email,
                        typed.orNull("address"),
                        typed.orNull("hours"),
                        typed.orNull("source"),
                        checked ? LocalDate.now(clock) : null,
                        checked ? SignedIn.current().displayName() : null,
                        0);
        return !checked && before != null && before.reaches(read)
                ? new Contact(
                        null,
                        read.kind(),
                        read.department(),
                        read.name(),
                        read.phone(),
                        read.email(),
                        read.address(),
                        read.hours(),
                        read.source(),
                        before.checkedOn(),
                        before.checkedBy(),
                        0)
                : read;
    }

    private static StatementSpec fields(StatementSpec statement, Contact contact) {
        return statement
                .param("kind", contact.kind().name())
                .param("department", contact.department(), Types.VARCHAR)
                .param("name", contact.name())
                .param("phone", contact.phone(), Types.VARCHAR)
                .param("email", contact.email(), Types.VARCHAR)
                .param("address", contact.address(), Types.VARCHAR)
                .param("hours", contact.hours(), Types.VARCHAR)
                .param("source", contact.source(), Types.VARCHAR)
                .param("on", contact.checkedOn(), Types.DATE)
                .param("by", contact.checkedBy(), Types.VARCHAR);
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getObject("id", UUID.class),
                Addressee.valueOf(row.getString("kind")),
                row.getString("department"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("address"),
                row.getString("hours"),
                row.getString("source"),
                row.getObject("checked_on", LocalDate.class),
                row.getString("checked_by"),
                row.getInt("version"));
    }

    /// The one a form names (`PROCUREUR`, or `PROCUREUR:` and its id) among those proposed.
    static Optional<Contact> named(List<Contact> proposed, String value) {
        return proposed.stream().filter(c -> c.value().equals(value)).findFirst();
    }
}

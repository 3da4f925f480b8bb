package fr.maillage.casefile.internal.concern;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An addressee of concerns as the structure knows it.
///
/// @param id null for a kind of which the structure wrote nobody down
/// @param department two or three signs of its number; null: everywhere
/// @param source where the words come from
/// @param checkedOn when somebody checked them at their source; null: to be checked
record Contact(
        @Nullable UUID id,
        Addressee kind,
        @Nullable String department,
        String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String hours,
        @Nullable String source,
        @Nullable LocalDate checkedOn,
        @Nullable String checkedBy,
        int version) {

    /// A kind nobody was written down for.
    static Contact unknown(Addressee kind) {
        return new Contact(
                null,
                kind,
                null,
                kind.label(),
                kind.number(),
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    /// As a form sends it: its kind, and which one of them.
    String value() {
        return id == null ? kind.name() : kind.name() + ":" + id;
    }

    /// Whether what one dials or writes to is the same.
    boolean reaches(Contact other) {
        return name.equals(other.name)
                && java.util.Objects.equals(phone, other.phone)
                && java.util.Objects.equals(email, other.email)
                && java.util.Objects.equals(address, other.address)
                && java.util.Objects.equals(hours, other.hours);
    }
}

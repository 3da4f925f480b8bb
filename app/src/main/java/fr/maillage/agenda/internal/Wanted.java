package fr.maillage.agenda.internal;

import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// An appointment somebody wants: whom it takes, and when.
///
/// @param member whose agenda
/// @param others colleagues who come too
/// @param together persons of the household it is for as well
/// @param spans one; several when it repeats
/// @param series null when it does not repeat
record Wanted(
        Kind kind,
        @Nullable PatientId patient,
        UUID member,
        List<UUID> others,
        List<UUID> resources,
        List<Span> spans,
        @Nullable String title,
        @Nullable String place,
        List<PatientId> together,
        fr.maillage.careplan.@Nullable Recurrence series) {

    Wanted {
        others = List.copyOf(others);
        resources = List.copyOf(resources);
        spans = List.copyOf(spans);
        together = List.copyOf(together);
    }

    /// A visit or a call of one member, once.
    static Wanted one(Kind kind, PatientId patient, UUID member, Span span) {
        return new Wanted(
                kind,
                patient,
                member,
                List.of(),
                List.of(),
                List.of(span),
                null,
                null,
                List.of(),
                null);
    }

    /// Everybody of the team it takes.
    List<UUID> members() {
        return Stream.concat(Stream.of(member), others.stream()).distinct().toList();
    }

    /// Everybody it is for.
    List<UUID> patients() {
        return Stream.concat(Stream.ofNullable(patient), together.stream())
                .map(PatientId::value)
                .distinct()
                .toList();
    }
}

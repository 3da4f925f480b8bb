package fr.maillage.adverse.internal;

import fr.maillage.patient.PersonalRecords;

import org.springframework.stereotype.Component;

import java.util.List;

/// What this module keeps about persons.
@Component
class AdverseRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        "adverse.event",
                        "Événements indésirables",
                        "t.year || '-' || lpad(t.rank::text, greatest(3, length(t.rank::text)), '0')",
                        "t.declared_at"),
                Records.of(
                        "adverse.proposal",
                        "Événements indésirables à qualifier",
                        "'relevé le ' || to_char(t.found_at, 'DD/MM/YYYY')",
                        "t.found_at"));
    }
}

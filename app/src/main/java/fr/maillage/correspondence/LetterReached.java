package fr.maillage.correspondence;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.NetworkEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A letter reached who it was for: handed over, or read out on the telephone. One that was posted
/// only left. Published inside the transaction that notes it.
///
/// @param kind AVIS_PPS, FAIT_SIGNIFICATIF… as in [Outbox.Message]
/// @param about the plan, request… it comes from
/// @param on the day it was handed over or told
public record LetterReached(
        NetworkId network,
        UUID letter,
        @Nullable PatientId patient,
        String recipientKind,
        String kind,
        @Nullable UUID about,
        Outbox.Channel channel,
        LocalDate on)
        implements NetworkEvent {}

package fr.maillage.demo.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One side of a file: what a module of the application would have written about the person.
abstract class LifePart {

    final Life life;
    final Copy copy;
    final UUID id;
    final UUID network;
    final RandomGenerator random;
    final Member coordinator;
    final Structure structure;
    final LocalDate today;
    final Life.Who who;

    LifePart(Life life) {
        this.life = life;
        this.copy = life.copy;
        this.id = life.id;
        this.network = life.network;
        this.random = life.random;
        this.coordinator = life.coordinator;
        this.structure = life.structure;
        this.today = life.today;
        this.who = life.who;
    }

    final Instant at(LocalDate day) {
        return life.at(day);
    }

    final UUID id(Instant at) {
        return life.id(at);
    }

    final void line(
            Instant at,
            String kind,
            String title,
            @Nullable String detail,
            String page,
            boolean clinical) {
        life.line(at, kind, title, detail, page, clinical);
    }
}

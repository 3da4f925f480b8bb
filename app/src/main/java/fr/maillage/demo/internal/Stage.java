package fr.maillage.demo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/// Where the stories take place: the region, its three structures and their people, and the day.
record Stage(
        Copy copy,
        Evaluations evaluations,
        Places places,
        Professionals professionals,
        List<Grid> grid,
        Accounts accounts,
        Structure platform,
        Structure network,
        Structure dac,
        LocalDate today,
        RandomGenerator random) {}

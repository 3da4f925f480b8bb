package fr.maillage.demo.internal;

/// A real commune, as the territory module knows it.
///
/// @param postcode the first of its postcodes
record Commune(String code, String name, String postcode, int population, String zone) {}

package fr.maillage.access.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a browser says of itself, in the words people use: « Firefox, Windows ».
final class Agents {

    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> MACHINES = new LinkedHashMap<>();

    static {
        // in this order: each of the later names stands in what the earlier ones say too
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("Firefox", "Firefox");
        BROWSERS.put("Chrome", "Chrome");
        BROWSERS.put("Safari", "Safari");
        MACHINES.put("Android", "Android");
        MACHINES.put("iPhone", "iPhone");
        MACHINES.put("iPad", "iPad");
        MACHINES.put("Windows", "Windows");
        MACHINES.put("Mac OS", "Mac");
        MACHINES.put("Linux", "Linux");
    }

    private Agents() {}

    static String name(String agent) {
        return first(BROWSERS, agent, "Navigateur")
                + ", "
                + first(MACHINES, agent, "machine inconnue");
    }

    private static String first(Map<String, String> known, String agent, String otherwise) {
        return known.entrySet().stream()
                .filter(e -> agent.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}

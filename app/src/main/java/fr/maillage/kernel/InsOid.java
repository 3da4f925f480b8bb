package fr.maillage.kernel;

import java.util.Arrays;
import java.util.Optional;

/// The authority a matricule INS comes from: it always travels with it. No test or demonstration
/// OID exists for the NIA. Source: ANS, liste des OID des autorités d’affectation des INS; FR Core
/// 2.2.0 for the type codes.
public enum InsOid {
    /// Numéro d’inscription au répertoire, in production.
    NIR("1.2.250.1.213.1.4.8", "INS-NIR", true),
    /// Numéro identifiant d’attente, in production.
    NIA("1.2.250.1.213.1.4.9", "INS-NIA", true),
    /// NIR of test identities.
    NIR_TEST("1.2.250.1.213.1.4.10", "INS-NIR-TEST", false),
    /// NIR of demonstration identities.
    NIR_DEMO("1.2.250.1.213.1.4.11", "INS-NIR-DEMO", false);

    private final String oid;
    private final String fhirType;
    private final boolean production;

    InsOid(String oid, String fhirType, boolean production) {
        this.oid = oid;
        this.fhirType = fhirType;
        this.production = production;
    }

    /// In dotted form, as CDA and HL7 v2 write it.
    public String oid() {
        return oid;
    }

    /// `Identifier.system`: the OID as a URN.
    public String fhirSystem() {
        return "urn:oid:" + oid;
    }

    /// `Identifier.type` in FR Core’s code system `fr-core-cs-v2-0203`.
    public String fhirType() {
        return fhirType;
    }

    /// False for test and demonstration identities, which a real installation refuses and a
    /// demonstration requires.
    public boolean production() {
        return production;
    }

    /// Reads an OID with or without `urn:oid:`; empty for any other, the old INS-C and the social
    /// security numbers included.
    public static Optional<InsOid> of(String oidOrUrn) {
        return Arrays.stream(values())
                .filter(o -> o.oid.equals(oidOrUrn) || o.fhirSystem().equals(oidOrUrn))
                .findFirst();
    }
}

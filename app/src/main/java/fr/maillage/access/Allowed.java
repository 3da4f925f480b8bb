package fr.maillage.access;

/// The access rules of pages, for `@PreAuthorize`; every handler method carries one.
public final class Allowed {

    /// The sign-in page and what is public.
    public static final String EVERYBODY = "permitAll()";

    /// Whoever is signed in.
    public static final String SIGNED_IN = "isAuthenticated()";

    /// The structure's own team.
    public static final String TEAM = "hasAnyRole('SECRETARY','COORDINATOR','DOCTOR','HEAD')";

    /// The team, without those who only steer.
    public static final String DESK = "hasAnyRole('SECRETARY','COORDINATOR','DOCTOR')";

    /// Those of the team who read and write health content.
    public static final String CLINICAL = "hasAnyRole('COORDINATOR','DOCTOR')";

    /// Whoever reads health content: the clinical team, and professionals of circles for what they
    /// were given, the file itself deciding.
    public static final String CARE = "hasAnyRole('COORDINATOR','DOCTOR','PROFESSIONAL')";

    /// Those of the team who answer for a person's safety: who may write a concern of abuse.
    public static final String ANSWERABLE = "hasAnyRole('COORDINATOR','DOCTOR','HEAD')";

    /// Those who may be of the audience of a concern: the concern itself decides.
    public static final String AUDIENCE =
            "hasAnyRole('COORDINATOR','DOCTOR','HEAD','PROFESSIONAL')";

    /// The head of the structure.
    public static final String HEAD = "hasRole('HEAD')";

    /// Who sees to it that the installation works: the head, and a technician.
    public static final String UPKEEP = "hasAnyRole('HEAD','ADMIN')";

    /// Who runs the installation: what changes for every structure at once.
    public static final String OPERATOR = "hasRole('ADMIN')";

    /// Figures of the structure.
    public static final String STEERING = "hasAnyRole('HEAD','COORDINATOR','DOCTOR')";

    /// Those of the team who decide what the structure's letters say.
    public static final String TEMPLATES = "hasAnyRole('HEAD','COORDINATOR','DOCTOR')";

    /// Members of circles of care.
    public static final String PROFESSIONAL = "hasRole('PROFESSIONAL')";

    /// Whoever may open at least one file, each his own: the file itself decides.
    public static final String FILES =
            "hasAnyRole('SECRETARY','COORDINATOR','DOCTOR','HEAD','PROFESSIONAL')";

    /// The person or the carer.
    public static final String PATIENT = "hasRole('PATIENT')";

    /// Whoever works here reads the register of structures: the team, professionals of circles,
    /// agencies.
    public static final String REGISTER =
            "hasAnyRole('SECRETARY','COORDINATOR','DOCTOR','HEAD','PROFESSIONAL','AGENCY','NATIONAL')";

    /// Those who read what networks of one theme agreed on: the teams and the agencies.
    public static final String HARMONISATION =
            "hasAnyRole('SECRETARY','COORDINATOR','DOCTOR','HEAD','AGENCY','NATIONAL')";

    /// Those who write in the register, each what is theirs: the sheet itself decides.
    public static final String REGISTER_KEEPERS = "hasAnyRole('HEAD','AGENCY')";

    /// Who may be of a group of actors: teams and agencies; the space itself decides.
    public static final String SPACES =
            "hasAnyRole('SECRETARY','COORDINATOR','DOCTOR','HEAD','AGENCY')";

    /// The regional agency and the national level.
    public static final String AGENCY = "hasAnyRole('AGENCY','NATIONAL')";

    /// Who reads how regions are cut into zones, and what is covered: who steers, and who keeps the
    /// installation.
    public static final String MAPS = "hasAnyRole('AGENCY','NATIONAL','HEAD','ADMIN')";

    /// Who redraws zones and loads shapes: the agency of the region, and a technician.
    public static final String TERRITORIES = "hasAnyRole('AGENCY','ADMIN')";

    private Allowed() {}
}

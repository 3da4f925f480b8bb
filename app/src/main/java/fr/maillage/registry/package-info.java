/// The register of the structures of coordination and of group practice: who they are, what they
/// declare to cover, what they agreed with each other, what became of them; and the one counter
/// that says to anybody which is the right entrance. About structures, never about a person.
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "access", "web", "territory", "network"})
@NullMarked
package fr.maillage.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

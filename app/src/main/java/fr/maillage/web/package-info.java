/// HTTP plumbing shared by the pages: layout, errors, drafts, forms sent twice.
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access"})
@NullMarked
package fr.maillage.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

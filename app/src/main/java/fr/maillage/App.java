package fr.maillage;

import fr.maillage.platform.Maintenance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;

/// Maillage: one deployable, a modular monolith. Each sub-package is a module with its own door,
/// schema and pages.
@SpringBootApplication
@Modulithic(systemName = "Maillage")
@EnableAsync
public class App {

    /// Starts the application; the options are listed in the README.
    public static void main(String[] args) {
        if (Maintenance.asked(args)) System.exit(Maintenance.run(args));
        SpringApplication.run(App.class, args);
    }
}

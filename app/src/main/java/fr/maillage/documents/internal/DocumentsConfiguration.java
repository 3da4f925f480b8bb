package fr.maillage.documents.internal;

import fr.maillage.platform.DatabaseProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the settings choose: the folder, and who looks for viruses.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentsProperties.class)
class DocumentsConfiguration {

    @Bean
    static Folder documentsFolder(DocumentsProperties properties, DatabaseProperties data) {
        return new Folder(data.documents(properties.folder()));
    }

    @Bean
    static VirusCheck virusCheck(DocumentsProperties properties) {
        var address = properties.antivirus();
        return address == null || address.isBlank()
                ? new NoVirusCheck()
                : Clamd.at(address, properties.antivirusTimeout());
    }
}

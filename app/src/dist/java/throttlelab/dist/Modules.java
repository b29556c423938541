package throttlelab.dist;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModulePackagesAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// The program and its libraries as jlink takes them, so that all of them lie in the Java inside: only there does a start
/// cache fit wherever the application is put. On a module path it holds the addresses of jars, and Java refuses to start
/// once they have been moved.
///
/// PDFBox and what it needs say nothing of modules; they get a description here: open, all exported, requiring whatever
/// their classes name. What JavaFX brings in machine code is left out, see [Image].
final class Modules {

    private static final String DESCRIPTION = "module-info.class";
    private static final String JAVA_BASE = "java.base";

    private final Map<String, String> owners = new HashMap<>();
    private final Path folder;
    private final String library;

    /// @param folder where they are put
    /// @param library how the names of native libraries end
    Modules(Path folder, String library) {
        this.folder = folder;
        this.library = library;
    }

    /// Puts jars there; those without classes stand for the ones of some system, and are left out.
    void collect(Collection<Path> jars) throws IOException {
        List<Path> whole = new ArrayList<>();
        for (Path jar : jars) {
            if (holdsClasses(jar)) {
                whole.add(jar);
            }
        }
        ModuleFinder all = ModuleFinder.of(whole.toArray(Path[]::new));
        Stream.of(ModuleFinder.ofSystem(), all).flatMap(finder -> finder.findAll().stream())
                .map(ModuleReference::descriptor)
                .forEach(module -> module.packages().forEach(name -> owners.put(name, module.name())));
        for (ModuleReference module : all.findAll()) {
            Path jar = Path.of(module.location().orElseThrow());
            if (module.descriptor().isAutomatic()) {
                describe(jar, module.descriptor());
            } else {
                copy(jar);
            }
        }
    }

    private static boolean holdsClasses(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().anyMatch(entry -> isClass(entry) && !entry.getName().endsWith(DESCRIPTION));
        }
    }

    private void copy(Path jar) throws IOException {
        try (JarFile from = new JarFile(jar.toFile())) {
            try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(folder.resolve(jar.getFileName())))) {
                for (JarEntry entry : files(from)) {
                    put(to, entry.getName(), bytes(from, entry));
                }
            }
        }
    }

    private void describe(Path jar, ModuleDescriptor module) throws IOException {
        Set<String> packages = new TreeSet<>(module.packages());
        Set<String> required = new TreeSet<>(Set.of(JAVA_BASE));
        try (JarFile from = new JarFile(jar.toFile())) {
            // Several versions of a class would need several descriptions.
            List<JarEntry> entries = files(from).stream().filter(entry -> !entry.getName().startsWith("META-INF/versions/"))
                    .toList();
            try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(folder.resolve(jar.getFileName())))) {
                for (JarEntry entry : entries) {
                    byte[] bytes = bytes(from, entry);
                    if (isClass(entry)) {
                        require(bytes, required);
                    }
                    int end = entry.getName().lastIndexOf('/');
                    if (end > 0 && !entry.getName().startsWith("META-INF/")) {
                        packages.add(entry.getName().substring(0, end).replace('/', '.'));
                    }
                    put(to, entry.getName(), bytes);
                }
                required.remove(module.name());
                put(to, DESCRIPTION, description(module, required, packages));
            }
        }
    }

    /// Adds the modules of all classes that a class names.
    private void require(byte[] bytes, Set<String> required) {
        for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
            if (entry instanceof ClassEntry named) {
                String name = named.asInternalName().replaceFirst("^\\[+L?", "");
                String owner = owners.get(name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.'));
                if (owner != null) {
                    required.add(owner);
                }
            }
        }
    }

    private static byte[] description(ModuleDescriptor module, Set<String> required, Set<String> packages) {
        ModuleAttribute attribute = ModuleAttribute.of(ModuleDesc.of(module.name()), open -> {
            open.moduleFlags(AccessFlag.OPEN);
            required.forEach(name -> open.requires(ModuleDesc.of(name),
                    name.equals(JAVA_BASE) ? Set.of(AccessFlag.MANDATED) : Set.of(), null));
            module.packages().forEach(name -> open.exports(PackageDesc.of(name), Set.of()));
            module.provides().forEach(service -> open.provides(ClassDesc.of(service.service()),
                    service.providers().stream().map(ClassDesc::of).toArray(ClassDesc[]::new)));
        });
        return ClassFile.of().buildModule(attribute, file -> file.with(ModulePackagesAttribute.ofNames(packages.stream()
                .map(PackageDesc::of).toList())));
    }

    private List<JarEntry> files(JarFile jar) {
        return jar.stream().filter(entry -> !entry.isDirectory() && !entry.getName().endsWith(library)).toList();
    }

    private static boolean isClass(JarEntry entry) {
        return entry.getName().endsWith(".class");
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        return jar.getInputStream(entry).readAllBytes();
    }

    private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(bytes);
        jar.closeEntry();
    }
}

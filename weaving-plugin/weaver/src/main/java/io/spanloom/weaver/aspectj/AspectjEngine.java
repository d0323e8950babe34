package io.spanloom.weaver.aspectj;

import io.spanloom.weaver.Problem;
import io.spanloom.weaver.WeaveException;
import io.spanloom.weaver.finish.ClassFileWriter;
import io.spanloom.weaver.finish.ClassFinisher;
import io.spanloom.weaver.finish.FinishingThread;
import io.spanloom.weaver.finish.StackMapWriter;
import io.spanloom.weaver.finish.TypeException;
import io.spanloom.weaver.finish.TypeHierarchy;
import io.spanloom.weaver.plan.ClassFacts;
import io.spanloom.weaver.plan.ClassFolder;
import io.spanloom.weaver.plan.WeavePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aspectj.bridge.context.CompilationAndWeavingContext;
import org.aspectj.weaver.ConcreteTypeMunger;
import org.aspectj.weaver.ShadowMunger;
import org.aspectj.weaver.bcel.BcelWeaver;
import org.aspectj.weaver.bcel.BcelWorld;
import org.aspectj.weaver.bcel.LazyClassGen;
import org.aspectj.weaver.bcel.UnwovenClassFile;

/**
 * AspectJ, driven class by class: each is shown the advice of its own aspect alone. Shown all
 * advice, each class would be matched with each aspect, and the time would grow with the square of
 * their number.
 */
public final class AspectjEngine {

  /** AspectJ keeps static state; one run at a time uses it. */
  private static final Object LOCK = new Object();

  /**
   * So many classes share one world of AspectJ's. It keeps what it has read of all of them, and
   * asks each of its aspects about each of its classes.
   */
  private static final int PART = 100;

  private final ClassFolder folder;
  private final List<String> classPath;

  public AspectjEngine(ClassFolder folder, List<Path> entries) {
    this.folder = folder;
    this.classPath = new ArrayList<>();
    classPath.add(folder.root().toString());
    entries.forEach(entry -> classPath.add(entry.toString()));
  }

  /**
   * Weaves what the plan says.
   *
   * @param writer is given the new class files to prepare; nothing is replaced
   */
  public void weave(WeavePlan plan, ClassFileWriter writer) throws WeaveException, IOException {
    synchronized (LOCK) {
      WeaverMessages messages = new WeaverMessages();
      try (JdkFirstClassPath paths = new JdkFirstClassPath(classPath, messages);
          JdkFirstClassPath pathsToFinish = new JdkFirstClassPath(classPath, messages);
          FinishingThread thread = new FinishingThread()) {
        ClassFinisher finisher =
            new ClassFinisher(folder, new TypeHierarchy(pathsToFinish), writer);
        try {
          for (WeavePlan part : plan.parts(PART)) {
            new Run(paths, messages, finisher, thread).weave(part);
          }
        } finally {
          // A class that was woven earlier and could not be finished is the one to report.
          thread.finish();
        }
        finisher.failOnProblems();
      } finally {
        // AspectJ notes per thread where it is, and after a fault keeps the note.
        CompilationAndWeavingContext.resetForThread();
      }
    }
  }

  /** One part of the plan, with what AspectJ keeps for it. */
  private final class Run {

    private final BcelWorld world;
    private final WeaverMessages messages;
    private final BcelWeaver weaver;
    private final TypeHierarchy hierarchy;

    private final ClassFinisher finisher;
    private final FinishingThread thread;
    private final Map<String, List<ConcreteTypeMunger>> mungers = new HashMap<>();

    Run(
        JdkFirstClassPath paths,
        WeaverMessages messages,
        ClassFinisher finisher,
        FinishingThread thread) {
      this.world = new StrictBcelWorld(paths, messages);
      this.messages = messages;
      this.hierarchy = new TypeHierarchy(paths);
      this.finisher = finisher;
      this.thread = thread;
      world.setBehaveInJava5Way(true);
      this.weaver = new BcelWeaver(world);
      weaver.setReweavableMode(true); // the argument means "not reweavable"
      weaver.setIsBatchWeave(true);
    }

    void weave(WeavePlan plan) throws WeaveException, IOException {
      Set<String> aspects = new TreeSet<>(plan.toMakeReady());
      plan.toWeave().forEach(target -> aspects.add(target.aspect()));
      Map<String, List<ShadowMunger>> adviceOf = prepare(aspects);
      for (WeavePlan.Target target : plan.toWeave()) {
        List<ShadowMunger> advice = adviceOf.getOrDefault(target.aspect(), List.of());
        target(target, advice);
      }
      for (String aspect : aspects) {
        if (!isReady(aspect)) {
          byte[] woven = weave(aspect, bytes(aspect), List.of());
          thread.execute(() -> finisher.aspect(aspect, woven));
        }
      }
    }

    /** Reads the aspects. */
    private Map<String, List<ShadowMunger>> prepare(Set<String> aspects) throws WeaveException {
      String current = "";
      try {
        for (String aspect : aspects) {
          current = aspect;
          weaver.addLibraryAspect(aspect);
        }
        weaver.prepareForWeave();
      } catch (TypeException fault) {
        throw fault.in(current);
      }
      messages.failOnErrors(current, new byte[0]);
      for (ConcreteTypeMunger munger : world.getCrosscuttingMembersSet().getTypeMungers()) {
        String aspect = munger.getAspectType().getName();
        mungers.computeIfAbsent(aspect, name -> new ArrayList<>()).add(munger);
      }
      Map<String, List<ShadowMunger>> result = new HashMap<>();
      for (ShadowMunger munger : world.getCrosscuttingMembersSet().getShadowMungers()) {
        String aspect = munger.getConcreteAspect().getName();
        result.computeIfAbsent(aspect, name -> new ArrayList<>()).add(munger);
      }
      return result;
    }

    private void target(WeavePlan.Target target, List<ShadowMunger> advice)
        throws WeaveException, IOException {
      byte[] before = StackMapWriter.withoutWeaverState(bytes(target.name()));
      byte[] woven = weave(target.name(), StackMapWriter.erased(before), advice);
      thread.execute(() -> finisher.target(target, before, woven));
    }

    private byte[] weave(String name, byte[] classFile, List<ShadowMunger> advice)
        throws WeaveException, IOException {
      UnwovenClassFile unwoven =
          new UnwovenClassFile(folder.fileOf(name).toString(), name, classFile);
      try {
        weaver.setShadowMungers(advice);
        weaver.addClassFile(unwoven, false);
        addTypeMungers(name);
        // AspectJ's own way from here would make frames, with stack traces on System.err on
        // failure.
        LazyClassGen woven = weaver.weaveWithoutDump(unwoven, weaver.getClassType(name));
        byte[] result = woven == null ? classFile : woven.getJavaClass(world).getBytes();
        messages.failOnErrors(name, classFile);
        return result;
      } catch (TypeException fault) {
        throw fault.in(name);
      } catch (RuntimeException fault) {
        messages.failOnErrors(name, classFile);
        failOnMissing(name, () -> hierarchy.requireOuterTypesOf(classFile));
        throw new WeaveException(
            Problem.Code.NOT_WOVEN,
            name + " could not be woven, so nothing was; AspectJ says: " + fault + ".");
      }
    }

    /** Tells an aspect what it gains; AspectJ would ask each aspect about each class. */
    private void addTypeMungers(String name) {
      for (ConcreteTypeMunger munger : mungers.getOrDefault(name, List.of())) {
        world.resolve(name).addInterTypeMunger(munger, false);
      }
    }

    private static void failOnMissing(String name, Runnable requirement) throws WeaveException {
      try {
        requirement.run();
      } catch (TypeException fault) {
        throw fault.in(name);
      }
    }

    private byte[] bytes(String name) throws IOException {
      return Files.readAllBytes(folder.fileOf(name));
    }

    private boolean isReady(String aspect) {
      ClassFacts facts = folder.facts().get(aspect);
      return facts != null && facts.aspect() != null && facts.aspect().ready();
    }
  }
}

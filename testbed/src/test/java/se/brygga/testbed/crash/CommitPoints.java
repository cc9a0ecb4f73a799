package se.brygga.testbed.crash;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Stops the process, so that it can be killed, before or after the n-th commit of the worker. It says where it stands on
 * standard output and then does nothing more.
 */
final class CommitPoints implements BeanPostProcessor {

    static final String HERE = "STANDS AT THE CRASH POINT";

    private final int commit;
    private final boolean before;

    CommitPoints(int commit, boolean before) {
        this.commit = commit;
        this.before = before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PlatformTransactionManager manager ? new Stopping(manager) : bean;
    }

    private final class Stopping implements PlatformTransactionManager {

        private final PlatformTransactionManager manager;
        private final AtomicInteger commits = new AtomicInteger();

        Stopping(PlatformTransactionManager manager) {
            this.manager = manager;
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return manager.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            boolean mine = commits.incrementAndGet() == commit;
            if (mine && before) {
                standStill();
            }
            manager.commit(status);
            if (mine) {
                standStill();
            }
        }

        @Override
        public void rollback(TransactionStatus status) {
            manager.rollback(status);
        }

        private void standStill() {
            System.out.println(HERE);
            while (true) {
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException e) {
                    // Only a kill ends this.
                }
            }
        }
    }
}

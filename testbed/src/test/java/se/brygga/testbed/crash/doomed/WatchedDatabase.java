package se.brygga.testbed.crash.doomed;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Around the app's database: every commit that writes, of a transaction or of a single statement, becomes a moment before or
 * after which the process can die.
 */
final class WatchedDatabase implements BeanPostProcessor {

    private final CrashPoints points;

    WatchedDatabase(CrashPoints points) {
        this.points = points;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Watched(source) : bean;
    }

    private final class Watched extends DelegatingDataSource {

        Watched(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return proxy(Connection.class, new OpenConnection(super.getConnection()));
        }
    }

    private final class OpenConnection implements InvocationHandler {

        private final Connection real;
        private final List<String> written = new ArrayList<>();
        private @Nullable Owner owner;
        private boolean changed;

        OpenConnection(Connection real) {
            this.real = real;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
            return switch (method.getName()) {
                case "prepareStatement" ->
                    proxy(PreparedStatement.class, new OpenStatement(this, call(real, method, args), (String)
                            required(args)[0]));
                case "createStatement" -> proxy(Statement.class, new OpenStatement(this, call(real, method, args), ""));
                case "commit" -> commit(method);
                case "rollback", "close" -> {
                    forget();
                    yield call(real, method, args);
                }
                default -> call(real, method, args);
            };
        }

        /** @return whether the transaction has changed anything */
        private boolean forget() {
            boolean before = changed;
            written.clear();
            changed = false;
            return before;
        }

        private @Nullable Object commit(Method method) throws Throwable {
            Owner writer = owner;
            if (written.isEmpty() || writer == null) {
                return call(real, method, null);
            }
            CrashPoints.Moment moment = points.about(writer, String.join(", ", written), real);
            Object nothing = call(real, method, null);
            moment.passed(forget());
            return nothing;
        }

        @Nullable
        Object execute(String sql, List<Object> values, Execution execution) throws Throwable {
            // Also for what only reads: it may name the order that the thread's next write is about.
            Owner writer = Owner.of(values);
            List<String> writes = Sql.writes(sql);
            if (writes.isEmpty() || writer == null) {
                return execution.run();
            }
            if (!real.getAutoCommit()) {
                Object result = execution.run();
                owner = writer;
                changed |= changed(result);
                writes.stream().filter(write -> !written.contains(write)).forEach(written::add);
                return result;
            }
            CrashPoints.Moment moment = points.about(writer, String.join(", ", writes), real);
            Object result = execution.run();
            moment.passed(changed(result));
            return result;
        }

        /** A statement that finds no row to change writes nothing. One that returns rows tells no count. */
        private static boolean changed(@Nullable Object result) {
            return switch (result) {
                case Integer rows -> rows != 0;
                case Long rows -> rows != 0;
                case int[] batch -> Arrays.stream(batch).anyMatch(rows -> rows != 0);
                case null, default -> true;
            };
        }
    }

    private interface Execution {
        @Nullable
        Object run() throws Throwable;
    }

    private static final class OpenStatement implements InvocationHandler {

        private final OpenConnection connection;
        private final @Nullable Object real;
        private final String sql;
        private final List<Object> values = new ArrayList<>();

        OpenStatement(OpenConnection connection, @Nullable Object real, String sql) {
            this.connection = connection;
            this.real = real;
            this.sql = sql;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
            if (method.getName().startsWith("execute")) {
                String text = args != null && args.length > 0 && args[0] instanceof String given ? given : sql;
                return connection.execute(text, values, () -> call(real, method, args));
            }
            if (method.getName().startsWith("set")
                    && args != null
                    && args.length > 1
                    && args[0] instanceof Integer
                    && args[1] != null) {
                values.add(args[1]);
            }
            return call(real, method, args);
        }
    }

    private static @Nullable Object call(@Nullable Object real, Method method, Object @Nullable [] args)
            throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static Object[] required(Object @Nullable [] args) {
        return args == null ? new Object[0] : args;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

package se.brygga.testbed.starweb;

/** An answer other than success. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int status;
    final String code;

    ApiError(int status, String code, String description) {
        super(description);
        this.status = status;
        this.code = code;
    }

    static ApiError badRequest(String description) {
        return new ApiError(400, "validation_error", description);
    }

    static ApiError notFound() {
        return new ApiError(404, "not_found", "Resource not found");
    }
}

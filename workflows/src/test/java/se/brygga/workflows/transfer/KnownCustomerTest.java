package se.brygga.workflows.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.client.WorkflowStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.stage.ScriptedSpecter;
import se.brygga.workflows.stage.Stage;
import se.brygga.workflows.transfer.OrderTransferWorkflow.TransferResult;

class KnownCustomerTest {

    @RegisterExtension
    final Stage stage = new Stage();

    @Test
    void onlyFetchesSubmitsAndMarks() {
        TransferResult result = stage.transfer();

        assertThat(result).isEqualTo(TransferResult.transferred(ScriptedSpecter.NUMBER));
        assertThat(stage.calls.made()).containsExactly("fetchOrder", "submitOrder", "markOrder 5001");
    }

    @Test
    void showsStateAndNumberToWhoeverSearches() {
        WorkflowStub transfer = stage.startTransfer();
        stage.resultOf(transfer);

        assertThat(stage.attribute(transfer, SearchKeys.STATE)).isEqualTo("transferred");
        assertThat(stage.attribute(transfer, SearchKeys.SPECTER_NUMBER)).isEqualTo("5001");
        assertThat(stage.attribute(transfer, SearchKeys.CAUSE)).isNull();
    }
}

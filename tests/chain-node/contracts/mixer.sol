// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A pool of equal amounts. Who knows the secret of a note may take its amount, whoever put it in. A real
/// one proves that it knows a secret without telling; what moves is the same.
contract Mixer {
    uint256 public immutable amount;
    mapping(bytes32 => bool) public notes;

    constructor(uint256 each) {
        amount = each;
    }

    function deposit(bytes32 note) external payable {
        require(msg.value == amount && !notes[note], "no deposit");
        notes[note] = true;
    }

    /// A relayer pays for the gas and keeps a fee, so that the receiver needs no ether before.
    function withdraw(bytes32 secret, address to, address relayer, uint256 fee) external {
        bytes32 note = keccak256(abi.encode(secret));
        require(notes[note], "no note");
        notes[note] = false;
        (bool paid, ) = to.call{value: amount - fee}("");
        require(paid, "not paid");
        if (fee > 0) {
            (paid, ) = relayer.call{value: fee}("");
            require(paid, "not paid");
        }
    }
}

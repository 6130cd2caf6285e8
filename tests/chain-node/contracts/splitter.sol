// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Pays two ends the same each. Where one refuses nothing is undone, and what is left goes back.
contract Splitter {
    function split(address one, address two, uint256 each) external payable {
        (bool first, ) = one.call{value: each}("");
        (bool second, ) = two.call{value: each}("");
        require(first || second, "neither");
        uint256 rest = address(this).balance;
        if (rest > 0) {
            (bool back, ) = msg.sender.call{value: rest}("");
            require(back, "not given back");
        }
    }
}

/// Passes on what it gets, and then undoes it.
contract Refuser {
    address immutable friend;

    constructor(address other) {
        friend = other;
    }

    receive() external payable {
        (bool paid, ) = friend.call{value: msg.value}("");
        require(!paid, "refused");
    }
}

/// Holds what it was made with until it ends itself.
contract Purse {
    constructor() payable {}

    function empty(address payable to) external {
        selfdestruct(to);
    }
}

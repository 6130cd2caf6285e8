// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "./token.sol";

/// Holds ether and tokens of others, and forgot to ask who is calling.
contract Vault {
    receive() external payable {}

    function pay(address to, uint256 value) external {
        (bool paid, ) = to.call{value: value}("");
        require(paid, "not paid");
    }

    function payToken(Token token, address to, uint256 value) external {
        token.transfer(to, value);
    }
}
